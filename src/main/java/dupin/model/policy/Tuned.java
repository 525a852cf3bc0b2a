package dupin.model.policy;

import dupin.model.Entry;
import java.time.Instant;
import java.util.List;

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
}
