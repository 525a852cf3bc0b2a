package dupin.model.sigma;

import java.util.Map;

/// A detection that compares a sign-in with the account's earlier ones, which rules over rows cannot say.
///
/// @param limits its thresholds by name; see the program's `habits.json`
public record HabitRule(RuleHead head, Kind kind, Map<String, Integer> limits) {
    public HabitRule {
        limits = Map.copyOf(limits);
    }

    /// What is compared.
    public enum Kind {
        IMPOSSIBLE_TRAVEL,
        NEW_COUNTRY,
        DORMANT
    }

    /// @throws IllegalStateException when the rule lacks the threshold, which is a fault of the program
    public int limit(String name) {
        Integer limit = limits.get(name);
        if (limit == null) {
            throw new IllegalStateException(head.id() + " lacks the limit " + name);
        }
        return limit;
    }
}
