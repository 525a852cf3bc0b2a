package dupin.engine.policy;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.Outcome;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from the rules of device groups. Stateless.
final class GroupRules {
    /// So many values a rule may have.
    static final int MOST_VALUES = 10;

    private GroupRules() {}

    /// As devices are sorted into them, the default group last.
    static List<DeviceGroup> byRank(Policy policy) {
        return policy.deviceGroups().stream()
                .sorted(
                        Comparator.comparing(DeviceGroup::isDefault)
                                .thenComparingInt(DeviceGroup::rank)
                                .thenComparing(DeviceGroup::name))
                .toList();
    }

    /// An older journal may name no level.
    static boolean missing(@Nullable AutomationLevel level) {
        return level == null;
    }

    /// Whether every device that the second takes is taken by the first: for each property that the first asks of, the
    /// second asks, too, and each of its values implies one of the first.
    static boolean covers(DeviceGroup wide, DeviceGroup narrow) {
        if (wide.rules().isEmpty()) {
            return false;
        }
        return wide.rules().stream()
                .map(DeviceGroup.Rule::property)
                .distinct()
                .allMatch(property -> {
                    List<DeviceGroup.Rule> asked =
                            narrow.rules().stream().filter(r -> r.property() == property).toList();
                    return !asked.isEmpty() && asked.stream().allMatch(rule -> implied(rule, wide, property));
                });
    }

    private static boolean implied(DeviceGroup.Rule narrow, DeviceGroup wide, DeviceGroup.Property property) {
        return narrow.values().stream()
                .allMatch(value ->
                        wide.rules().stream()
                                .filter(r -> r.property() == property)
                                .anyMatch(r ->
                                        r.values().stream().anyMatch(v -> implies(narrow.operator(), value, r, v))));
    }

    private static boolean implies(DeviceGroup.Operator operator, String value, DeviceGroup.Rule rule, String wanted) {
        String a = Canonical.lower(value);
        String b = Canonical.lower(wanted);
        if (b.isEmpty()) {
            return false;
        }
        boolean exact = operator == DeviceGroup.Operator.EQUALS;
        return switch (rule.operator()) {
            case EQUALS -> exact && a.equals(b);
            case STARTS_WITH -> (exact || operator == DeviceGroup.Operator.STARTS_WITH) && a.startsWith(b);
            case ENDS_WITH -> (exact || operator == DeviceGroup.Operator.ENDS_WITH) && a.endsWith(b);
            case CONTAINS -> a.contains(b);
        };
    }

    /// Whether the action runs by itself somewhere under the levels that the policy's groups have.
    static boolean runsByItself(ActionType type, Policy policy) {
        return DecisionMatrix.of(policy).stream()
                .filter(cell -> cell.key().verdict() == Verdict.MALICIOUS && cell.outcome() == Outcome.RUNS)
                .filter(cell -> cell.key().subject().type() == type)
                .anyMatch(cell ->
                        policy.deviceGroups().stream().anyMatch(g -> g.automationLevel() == cell.key().level()));
    }
}
