package dupin.service;

import dupin.engine.sigma.RuleAlerts;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.RuleHead;
import dupin.store.AliasIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes alerts into the case that no file brought: those that rules raise on its telemetry. They are journal entries like
/// any other alert, then correlated and investigated. The same alert twice adds nothing. Call from a background thread.
public final class RaisedAlerts {
    private final LiveCase live;
    private final AliasIndex aliases;
    private final Runnable settle;

    RaisedAlerts(LiveCase live, AliasIndex aliases, Runnable settle) {
        this.live = live;
        this.aliases = aliases;
        this.settle = settle;
    }

    /// A rule and a row of the case's telemetry that it matched.
    ///
    /// @param key tells matches apart; the same one always gives the same alert
    public record Match(String key, RuleHead rule, RowRef row) {}

    /// One alert for each match whose row the case holds, with the row's entities as evidence.
    ///
    /// @param pack name of the rules' pack
    /// @return key of the match → id of its alert; matches without a row are left out
    public Map<String, String> onRows(List<Match> matches, String pack, String actor) {
        var alerts = new LinkedHashMap<String, Alert>();
        for (Match match : matches) {
            Optional<TelemetryEvent> event = live.store().event(match.row());
            event.ifPresent(row -> alerts.put(match.key(), RuleAlerts.one(match.rule(), pack, match.key(), row)));
        }
        raise(List.copyOf(alerts.values()), actor);
        var ids = new LinkedHashMap<String, String>();
        alerts.forEach((key, alert) -> ids.put(key, alert.id()));
        return ids;
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
        settle.run();
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
