package dupin.service;

import dupin.engine.AlertQueue;
import dupin.engine.AssetRows;
import dupin.engine.CaseState;
import dupin.model.ActionState;
import dupin.model.Alert;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.RemediationAction;
import dupin.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what the home page shows. Pure.
final class HomeNumbers {
    private static final int TOP = 8;
    private static final List<Severity> SHOWN =
            List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);

    private HomeNumbers() {}

    static Home of(CaseState state) {
        List<RemediationAction> pending =
                state.actions().stream().filter(a -> a.state() == ActionState.PENDING).toList();
        List<Investigation> runs = state.investigations();
        List<Investigation> active = runs.stream().filter(run -> !run.state().ended()).toList();
        Set<String> investigated = investigated(state);
        var assets = new AssetRows(state, open(state));
        return new Home(
                pending.size(),
                waiting(state, pending),
                count(runs, InvestigationState.PENDING_APPROVAL),
                count(runs, InvestigationState.PENDING_RESOURCE),
                count(runs, InvestigationState.RUNNING),
                count(runs, InvestigationState.QUEUED),
                active,
                (int) runs.stream().filter(Investigation::analysed).count(),
                count(runs, InvestigationState.SUCCESSFULLY_REMEDIATED),
                state.alerts().size(),
                investigated.size(),
                bySeverity(open(state)),
                activeBySeverity(state.incidents()),
                assets.devices().stream().filter(row -> atRisk(row.alertsBySeverity())).limit(TOP).toList(),
                assets.users().stream()
                        .filter(row -> !row.user().wellKnown() && atRisk(row.alertsBySeverity()))
                        .limit(TOP)
                        .toList(),
                newest(state),
                state.policy().automationStopped());
    }

    /// Whether an active alert names it; what came into the case otherwise is not at risk for that.
    private static boolean atRisk(List<Integer> alertsBySeverity) {
        return alertsBySeverity.stream().anyMatch(count -> count > 0);
    }

    /// The alerts that the page counts, newest first.
    static List<Desk.CaseAlert> alerts(CaseState state) {
        Set<String> investigated = investigated(state);
        Comparator<Alert> newest = Comparator.comparing(Alert::time, Comparator.nullsFirst(Comparator.naturalOrder()));
        return state.alerts().stream()
                .sorted(newest.reversed().thenComparing(Alert::id))
                .map(alert ->
                        new Desk.CaseAlert(
                                alert,
                                state.incidentOf(alert.id()).orElse(""),
                                state.alertStatus(alert.id()),
                                investigated.contains(alert.id())))
                .toList();
    }

    private static Set<String> investigated(CaseState state) {
        var investigated = new HashSet<String>();
        state.investigations().forEach(run -> investigated.addAll(run.alertIds()));
        return investigated;
    }

    private static int count(List<Investigation> runs, InvestigationState wanted) {
        return (int) runs.stream().filter(run -> run.state() == wanted).count();
    }

    private static List<Home.Waiting> waiting(CaseState state, List<RemediationAction> pending) {
        Map<String, List<RemediationAction>> byAlert = new LinkedHashMap<>();
        pending.stream()
                .sorted(Comparator.comparing(HomeNumbers::expiry).thenComparing(RemediationAction::id))
                .forEach(action ->
                        byAlert.computeIfAbsent(action.investigationId(), _ -> new ArrayList<>()).add(action));
        return byAlert.values().stream()
                .map(group ->
                        new Home.Waiting(
                                group.getFirst().incidentId(),
                                state.investigation(group.getFirst().investigationId())
                                        .map(Investigation::title)
                                        .orElse(""),
                                group.size(),
                                group.getFirst().expiresDateTime()))
                .toList();
    }

    private static Instant expiry(RemediationAction action) {
        Instant expires = action.expiresDateTime();
        return expires == null ? Instant.MAX : expires;
    }

    private static List<Alert> open(CaseState state) {
        return state.alerts().stream().filter(alert -> AlertQueue.holds(state, alert.id())).toList();
    }

    private static List<Integer> bySeverity(List<Alert> alerts) {
        return SHOWN.stream()
                .map(severity -> (int) alerts.stream().filter(alert -> alert.severity() == severity).count())
                .toList();
    }

    private static List<Integer> activeBySeverity(List<Incident> incidents) {
        return SHOWN.stream()
                .map(severity ->
                        (int) incidents.stream().filter(i -> i.severity() == severity && i.status().active()).count())
                .toList();
    }

    private static List<Incident> newest(CaseState state) {
        return state.incidents().stream()
                .sorted(Comparator.comparing(HomeNumbers::activity).reversed().thenComparing(Incident::id))
                .limit(TOP)
                .toList();
    }

    private static Instant activity(Incident incident) {
        Instant last = incident.lastActivity();
        return last == null ? Instant.MIN : last;
    }
}
