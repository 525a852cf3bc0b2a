package dupin.service;

import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.RowRef;
import dupin.model.RuleAlert;
import dupin.model.TelemetryEvent;
import dupin.store.AliasIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes alerts into the case that no file brought: those that rules raise on its telemetry. They are journal entries like
/// any other alert, then correlated and investigated. The same alert twice adds nothing. Call from a background thread.
public final class RaisedAlerts {
    private final LiveCase live;
    private final AliasIndex aliases;
    private final Imports.Intake intake;

    RaisedAlerts(LiveCase live, AliasIndex aliases, Imports.Intake intake) {
        this.live = live;
        this.aliases = aliases;
        this.intake = intake;
    }

    /// A rule and a row of the case's telemetry that it matched.
    ///
    /// @param id identity of the alert in the case
    public record Match(String id, RuleAlert.Rule rule, RowRef row) {}

    /// One alert for each match whose row the case holds, with the row's entities as evidence.
    ///
    /// @return ids of the alerts, in the order of the matches; matches without a row are left out
    public List<String> onRows(List<Match> matches, String actor) {
        var alerts = new ArrayList<Alert>();
        for (Match match : matches) {
            Optional<TelemetryEvent> event = live.store().event(match.row());
            event.ifPresent(row -> alerts.add(RuleAlert.of(match.id(), match.rule(), row)));
        }
        raise(alerts, actor);
        return alerts.stream().map(Alert::id).toList();
    }

    /// Takes alerts in, then correlates and starts what the policy starts.
    ///
    /// @return how many were new
    public int raise(List<Alert> alerts, String actor) {
        int added =
                live.decide(
                        actor,
                        state -> {
                            var fresh = new LinkedHashMap<String, Entry>();
                            for (Alert alert : alerts) {
                                if (state.alert(alert.id()).isEmpty()) {
                                    fresh.putIfAbsent(alert.id(), new Entry.AlertReceived(resolved(alert)));
                                }
                            }
                            return new LiveCase.Decision<>(List.copyOf(fresh.values()), Map.of(), fresh.size());
                        });
        intake.settle();
        return added;
    }

    private Alert resolved(Alert alert) {
        return alert.withEvidence(
                alert.evidence().stream()
                        .map(e ->
                                new Evidence(
                                        aliases.resolve(e.entity()),
                                        e.roles(),
                                        e.detailedRoles(),
                                        e.providerVerdict(),
                                        e.providerRemediationStatus(),
                                        e.detectionStatus(),
                                        e.tags(),
                                        e.createdDateTime()))
                        .toList());
    }
}
