package dupin.ui.policy;

import dupin.model.DeviceGroup;
import dupin.ui.fx.Messages;
import java.util.stream.Collectors;

/// Rules of a device group in words. Any thread.
final class RuleWords {
    private RuleWords() {}

    static String of(DeviceGroup group) {
        return group.rules().isEmpty()
                ? Messages.text("policy.allOthers")
                : group.rules().stream()
                        .map(rule ->
                                Messages.text(
                                        "policy.rule",
                                        of(rule.property()),
                                        of(rule.operator()),
                                        String.join(", ", rule.values())))
                        .collect(Collectors.joining("; "));
    }

    static String of(DeviceGroup.Property property) {
        return switch (property) {
            case DEVICE_NAME -> Messages.text("policy.deviceName");
            case DOMAIN -> Messages.text("policy.domain");
            case TAG -> Messages.text("policy.tag");
            case OS_PLATFORM -> Messages.text("policy.osPlatform");
            case GROUP_NAME -> Messages.text("policy.groupName");
        };
    }

    static String of(DeviceGroup.Operator operator) {
        return switch (operator) {
            case EQUALS -> Messages.text("policy.equals");
            case STARTS_WITH -> Messages.text("policy.startsWith");
            case ENDS_WITH -> Messages.text("policy.endsWith");
            case CONTAINS -> Messages.text("policy.contains");
        };
    }
}
