package dupin.model;

import java.util.List;

/// Devices with one automation level. A device belongs to the matching group of the best rank (1 is highest); the
/// default group (no rules, last) takes the rest.
public record DeviceGroup(
        String name, int rank, AutomationLevel automationLevel, String description, List<Rule> rules) {

    public static final String DEFAULT_NAME = "Ungrouped devices (default)";

    public DeviceGroup {
        rules = List.copyOf(rules);
    }

    /// Rules of different properties must all hold; of rules of one property, and of a rule's values, any.
    public record Rule(Property property, Operator operator, List<String> values) {
        public Rule {
            values = List.copyOf(values);
        }
    }

    public enum Property {
        DEVICE_NAME,
        DOMAIN,
        TAG,
        OS_PLATFORM,
        GROUP_NAME
    }

    public enum Operator {
        EQUALS,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS
    }

    public DeviceGroup withLevel(AutomationLevel level) {
        return new DeviceGroup(name, rank, level, description, rules);
    }

    public boolean isDefault() {
        return name.equals(DEFAULT_NAME);
    }
}
