package dupin.engine.policy;

import dupin.engine.Addresses;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.policy.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Faults in the allow and block list and in the never-touch list. Stateless.
final class IndicatorLint {
    private IndicatorLint() {}

    static void check(Policy policy, Instant now, List<Fault> faults) {
        var seen = new HashMap<EntityKey, Indicator>();
        for (Indicator indicator : policy.indicators()) {
            EntityKey key = indicator.entity();
            String where = "Indicator " + key.value();
            Indicator other = seen.putIfAbsent(key, indicator);
            if (other != null && other.action() == indicator.action()) {
                faults.add(new Fault(Fault.Rule.INDICATOR_TWICE, where, "It stands on the list twice.", "Remove one."));
            } else if (other != null) {
                faults.add(
                        new Fault(
                                Fault.Rule.INDICATOR_CONFLICT,
                                where,
                                "It stands on the list with different actions; allow wins.",
                                "Keep the one that is meant."));
            }
            if (!indicator.appliesAt(now)) {
                faults.add(
                        new Fault(
                                Fault.Rule.INDICATOR_EXPIRED,
                                where,
                                "It expired on " + indicator.expires() + " and overrides nothing any more.",
                                "Remove it or set another date."));
            }
            if (indicator.reason().isBlank()) {
                faults.add(
                        new Fault(
                                Fault.Rule.INDICATOR_WITHOUT_REASON,
                                where,
                                "Nobody will know why it overrides verdicts.",
                                "Say why."));
            }
            if (wide(indicator)) {
                faults.add(
                        new Fault(
                                Fault.Rule.INDICATOR_TOO_WIDE,
                                where,
                                "It stands for everything under a top-level domain, or for a path on every device.",
                                "Name the host, or the file's digest."));
            }
            if (indicator.action().blocks()) {
                blocked(policy, key, where, faults);
            }
        }
        var listed = new HashSet<EntityKey>();
        for (EntityKey key : policy.neverTouch()) {
            if (!listed.add(key)) {
                faults.add(
                        new Fault(
                                Fault.Rule.NEVER_TOUCH,
                                "Never touch " + key.value(),
                                "It is listed twice.",
                                "Remove one."));
            }
        }
    }

    private static void blocked(Policy policy, EntityKey key, String where, List<Fault> faults) {
        if (policy.neverTouch().contains(key)) {
            faults.add(
                    new Fault(
                            Fault.Rule.NEVER_TOUCH,
                            where,
                            "It is blocked, yet on the never-touch list: nothing can be done about it.",
                            "Take it off one of the lists."));
        }
        if (key.kind() == EntityKind.IP_ADDRESS && !Addresses.isPublic(key.value())) {
            faults.add(
                    new Fault(
                            Fault.Rule.INDICATOR_TOO_WIDE,
                            where,
                            "It is an address of the own network, which no action may block.",
                            "Name the device instead."));
        }
    }

    private static boolean wide(Indicator indicator) {
        EntityKey key = indicator.entity();
        return switch (key.kind()) {
            case DOMAIN -> key.value().indexOf('.') < 0;
            case FILE -> indicator.action() == Indicator.Action.ALLOW && key.value().startsWith("|");
            default -> false;
        };
    }
}
