package dupin.engine.policy;

import dupin.engine.PolicyDiff;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entry.Change;
import dupin.model.Policy;
import dupin.model.policy.Direction;
import dupin.model.policy.Drift;
import dupin.model.policy.PolicyChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became stricter or looser over the policies of a case. Stateless.
///
/// Decision: a group without protection is looser than any other, though nothing runs by itself there. Because: alerts of
/// its devices are not looked at at all, and that is the greater loss.
public final class PolicyDrift {
    /// Settings of which the larger number, or the longer list, is the looser one.
    private static final Set<String> MORE_IS_LOOSER =
            Set.of(
                    "Pending actions expire after (days)",
                    "Automatic actions of one type per hour",
                    "Devices from which an expansion asks");

    private static final Set<String> ENTRY_LOOSENS = Set.of("Temporary folders", "Excluded folders");
    private static final Set<String> ENTRY_TIGHTENS =
            Set.of("Core folders", "Never touch", "Critical tags", "Critical names", "Critical domains");
    private static final Set<String> ON_IS_STRICTER =
            Set.of(
                    "Automation stopped",
                    "Servers are critical",
                    "Comment required to approve",
                    "Comment required to reject",
                    "Comment required to undo",
                    "Proposer may not approve");

    private PolicyDrift() {}

    /// Newest first.
    ///
    /// @param policies in the order in which they applied; the first is where the case began
    public static List<Drift> of(List<PolicyChange> policies) {
        var all = new ArrayList<Drift>();
        for (int i = 1; i < policies.size(); i++) {
            Policy before = policies.get(i - 1).policy();
            PolicyChange now = policies.get(i);
            for (Change change : PolicyDiff.changes(before, now.policy())) {
                all.add(
                        new Drift(
                                now.at(),
                                now.actor(),
                                now.policy().version(),
                                change.field(),
                                change.before(),
                                change.after(),
                                direction(change, before, now.policy()),
                                now.comment()));
            }
        }
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /// @param change one of [PolicyDiff#changes] of the two policies
    public static Direction direction(Change change, Policy before, Policy after) {
        String field = change.field();
        boolean added = change.before().isEmpty();
        boolean removed = change.after().isEmpty();
        if (MORE_IS_LOOSER.contains(field)) {
            return way(number(change.after()) - number(change.before()));
        }
        if (ENTRY_LOOSENS.contains(field)) {
            return added ? Direction.LOOSER : Direction.STRICTER;
        }
        if (ENTRY_TIGHTENS.contains(field)) {
            return added ? Direction.STRICTER : Direction.LOOSER;
        }
        if (ON_IS_STRICTER.contains(field)) {
            return change.after().equals("yes") ? Direction.STRICTER : Direction.LOOSER;
        }
        if (field.startsWith("Persons who must approve")) {
            return way(number(change.before()) - number(change.after()));
        }
        if (field.startsWith("Soft delete clusters")) {
            return change.after().equals("yes") ? Direction.LOOSER : Direction.STRICTER;
        }
        if (field.startsWith("Device group \"")) {
            String name = field.substring("Device group \"".length(), field.length() - 1);
            return group(level(name, before), level(name, after));
        }
        if (field.startsWith("Alert policy \"")) {
            return way(starts(change.before()) - starts(change.after()));
        }
        if (field.startsWith("Alert tuning rule \"")) {
            return way(on(change.after()) - on(change.before()));
        }
        if (field.startsWith("Indicator \"")) {
            return indicator(change.before(), change.after(), added, removed);
        }
        return Direction.NEITHER;
    }

    private static Direction way(int looserBy) {
        return looserBy > 0 ? Direction.LOOSER : looserBy < 0 ? Direction.STRICTER : Direction.NEITHER;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /// A rule that is on keeps alerts from being looked at.
    private static int on(String words) {
        return words.startsWith("on, ") ? 1 : 0;
    }

    private static Optional<AutomationLevel> level(String group, Policy policy) {
        return policy.deviceGroups().stream()
                .filter(g -> g.name().equals(group))
                .findFirst()
                .map(DeviceGroup::automationLevel);
    }

    private static Direction group(Optional<AutomationLevel> before, Optional<AutomationLevel> after) {
        return before.isEmpty() || after.isEmpty()
                ? Direction.NEITHER
                : way(looseness(after.get()) - looseness(before.get()));
    }

    private static int looseness(AutomationLevel level) {
        return level == AutomationLevel.NOT_PROTECTED ? AutomationLevel.values().length : level.ordinal();
    }

    /// What an alert policy's words say of looking: nothing, or an investigation.
    private static int starts(String words) {
        return words.startsWith("on, starts ") && !words.startsWith("on, starts nothing") ? 1 : 0;
    }

    private static Direction indicator(String before, String after, boolean added, boolean removed) {
        boolean allowedBefore = !added && before.startsWith("allow");
        boolean allowedAfter = !removed && after.startsWith("allow");
        if (allowedBefore != allowedAfter) {
            return allowedAfter ? Direction.LOOSER : Direction.STRICTER;
        }
        boolean blocked = !added && before.startsWith("block");
        boolean blocks = !removed && after.startsWith("block");
        return blocked == blocks ? Direction.NEITHER : blocks ? Direction.STRICTER : Direction.LOOSER;
    }
}
