package dupin.engine;

import dupin.model.Alert;
import dupin.model.Classification;
import dupin.model.Entry;
import dupin.model.Entry.Change;
import dupin.model.JournalEntry;
import dupin.model.policy.Tuned;
import dupin.model.policy.TuningRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What tuning rules did to the alerts of a case, and what takes it back. Stateless.
public final class TuningFold {
    private TuningFold() {}

    /// What hid or resolved the alert; empty where nothing did, or a person has set its status since.
    public static Optional<Tuned> of(CaseState state, String alertId) {
        return state.handled.tuned(alertId);
    }

    /// Ids of the alerts that rules hid or resolved, sorted, by the rule's id.
    public static Map<String, List<String>> byRule(CaseState state) {
        return state.handled.byRule();
    }

    /// Ids of the alerts that a rule keeps out of the queue.
    public static Set<String> hidden(CaseState state) {
        return byRule(state).values().stream()
                .flatMap(List::stream)
                .filter(id -> state.alertStatus(id).equals(TuningRule.Effect.HIDE.done()))
                .collect(Collectors.toSet());
    }

    /// What the rule does to the alert; nothing where it is resolved or hidden already.
    public static List<Entry> entries(CaseState state, Alert alert, TuningRule rule) {
        if (!AlertQueue.holds(state, alert.id())) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        change(changes, IncidentField.STATUS, state.alertStatus(alert.id()), rule.effect().done());
        if (rule.effect() == TuningRule.Effect.RESOLVE && rule.classification() != Classification.NOT_SET) {
            // What it has of its own: taking the rule back must not hold it to what its incident says today.
            AlertRows.Judged own = AlertRows.own(state, alert);
            change(changes, IncidentField.CLASSIFICATION, own.classification(), rule.classification().word());
            change(changes, IncidentField.DETERMINATION, own.determination(), rule.determination());
        }
        return List.of(
                new Entry.AlertTuned(alert.id(), rule.id(), rule.name(), rule.effect(), changes, rule.comment()));
    }

    private static void change(List<Change> changes, IncidentField field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field.word(), before, after));
        }
    }

    /// What takes back what a rule did to the alert: it is what it was before.
    public static Optional<Entry> back(CaseState state, String alertId) {
        return of(state, alertId)
                .map(tuned ->
                        new Entry.AlertManaged(
                                alertId,
                                tuned.changes().stream()
                                        .map(c -> new Change(c.field(), c.after(), c.before()))
                                        .toList()));
    }

    /// @return why the entry is refused; empty when it was applied
    static Optional<String> apply(CaseState state, Entry.AlertTuned it, JournalEntry journal, Touched.Marks marks) {
        if (state.alert(it.alertId()).isEmpty()) {
            return Optional.of("Alert " + it.alertId() + " is not known to this case.");
        }
        state.handled.tune(it, journal, LogLines.ofAlert(journal, it, state));
        marks.alerts.add(it.alertId());
        state.incidentOf(it.alertId()).ifPresent(marks.incidents::add);
        return Optional.empty();
    }
}
