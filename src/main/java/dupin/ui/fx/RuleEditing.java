package dupin.ui.fx;

import dupin.model.policy.TuningRule;
import java.util.List;
import java.util.function.Consumer;

/// A wish to change a tuning rule in the form that makes them.
///
/// @param groups of devices that it can be for
/// @param names that other rules bear
/// @param done told the changed rule, which keeps its id; FX thread
public record RuleEditing(TuningRule rule, List<String> groups, List<String> names, Consumer<TuningRule> done) {
    public RuleEditing {
        groups = List.copyOf(groups);
        names = List.copyOf(names);
    }
}
