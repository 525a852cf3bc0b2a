package dupin.model.policy;

import dupin.model.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What took an alert out of the queue.
///
/// @param rule its name at the time: the rule itself may be another one by now, or gone
/// @param changes of the alert that it made
/// @param by who applied it
public record Tuned(
        String ruleId, String rule, TuningRule.Effect effect, List<Entry.Change> changes, String by, Instant at) {
    public Tuned {
        changes = List.copyOf(changes);
    }

    /// What it did besides these fields, of which somebody has said something else since.
    public Tuned without(Set<String> fields) {
        return new Tuned(
                ruleId, rule, effect, changes.stream().filter(c -> !fields.contains(c.field())).toList(), by, at);
    }
}
