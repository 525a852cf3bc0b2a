package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import dupin.model.row.InvestigationRow;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the fold says of investigations at one moment, wherever they are listed.
public final class InvestigationRows {
    private InvestigationRows() {}

    /// In the order in which the journal first names them.
    public static List<InvestigationRow> ofCase(CaseState state) {
        return of(state, state.investigations(), state.actions());
    }

    public static List<InvestigationRow> ofIncident(CaseState state, String incidentId) {
        return of(state, state.investigationsOf(incidentId), state.actionsOf(incidentId));
    }

    private static List<InvestigationRow> of(
            CaseState state, List<Investigation> runs, List<RemediationAction> actions) {
        Map<String, List<RemediationAction>> byRun =
                actions.stream().collect(Collectors.groupingBy(RemediationAction::investigationId));
        return runs.stream().map(run -> row(state, run, byRun.getOrDefault(run.id(), List.of()))).toList();
    }

    private static InvestigationRow row(CaseState state, Investigation run, List<RemediationAction> actions) {
        List<Entity.Device> devices =
                run.entities().stream()
                        .filter(key -> key.kind() == EntityKind.DEVICE)
                        .flatMap(key -> state.entity(key).stream())
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity.Device.class::cast)
                        .toList();
        List<Alert> alerts = run.alertIds().stream().flatMap(id -> state.alert(id).stream()).toList();
        return new InvestigationRow(
                run,
                words(alerts, Alert::serviceSource),
                words(alerts, Alert::detectionSource),
                run.entities().stream()
                        .filter(key -> key.kind() == EntityKind.DEVICE)
                        .map(key -> label(state, key))
                        .sorted()
                        .toList(),
                devices.stream()
                        .map(device -> DeviceGroups.groupOf(device, state.policy()).name())
                        .distinct()
                        .sorted()
                        .toList(),
                words(alerts, Alert::category),
                state.incident(run.incidentId()).map(Incident::tags).orElse(List.of()),
                state.comments("investigation:" + run.id()).size()
                        + state.comments("incident:" + run.incidentId()).size(),
                (int) state.verdicts(run.id()).stream().filter(Verdict::incriminates).count(),
                actions.size(),
                (int) actions.stream().filter(action -> action.state() == ActionState.PENDING).count());
    }

    private static String label(CaseState state, EntityKey key) {
        return state.entity(key).map(entity -> entity.label()).orElse(key.value());
    }

    private static List<String> words(List<Alert> alerts, Function<Alert, String> word) {
        var words = new TreeSet<String>();
        alerts.forEach(alert -> words.add(word.apply(alert)));
        words.remove("");
        return List.copyOf(words);
    }
}
