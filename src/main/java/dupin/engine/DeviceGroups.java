package dupin.engine;

import dupin.model.AutomationLevel;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Which device group a device belongs to: the matching one of the best rank, else the default group. Stateless.
public final class DeviceGroups {
    /// Of a policy that has lost its default group: the safe reading.
    private static final DeviceGroup DEFAULT =
            new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, AutomationLevel.SEMI_ANY, "", List.of());

    private DeviceGroups() {}

    public static DeviceGroup groupOf(Entity.Device device, Policy policy) {
        return policy.deviceGroups().stream()
                .filter(group -> !group.isDefault() && matches(group, device))
                .min(Comparator.comparingInt(DeviceGroup::rank).thenComparing(DeviceGroup::name))
                .orElseGet(() -> defaultGroup(policy));
    }

    /// The group of devices that no other takes; also the level for what runs on no device.
    public static DeviceGroup defaultGroup(Policy policy) {
        return policy.deviceGroups().stream().filter(DeviceGroup::isDefault).findFirst().orElse(DEFAULT);
    }

    /// Level of the device's group; that of the default group where there is no device.
    public static AutomationLevel levelOf(Optional<Entity.Device> device, Policy policy) {
        return device.map(d -> groupOf(d, policy)).orElseGet(() -> defaultGroup(policy)).automationLevel();
    }

    /// A group without rules takes nothing: else an unfinished rule would take every device.
    static boolean matches(DeviceGroup group, Entity.Device device) {
        var byProperty = new EnumMap<DeviceGroup.Property, Boolean>(DeviceGroup.Property.class);
        for (DeviceGroup.Rule rule : group.rules()) {
            byProperty.merge(rule.property(), matches(rule, device), Boolean::logicalOr);
        }
        return !byProperty.isEmpty() && byProperty.values().stream().allMatch(Boolean::booleanValue);
    }

    private static boolean matches(DeviceGroup.Rule rule, Entity.Device device) {
        BiPredicate<String, String> test =
                switch (rule.operator()) {
                    case EQUALS -> String::equals;
                    case STARTS_WITH -> String::startsWith;
                    case ENDS_WITH -> String::endsWith;
                    case CONTAINS -> String::contains;
                };
        List<String> actual = values(rule.property(), device);
        return rule.values().stream()
                .map(Canonical::lower)
                .filter(wanted -> !wanted.isEmpty())
                .anyMatch(wanted -> actual.stream().anyMatch(value -> test.test(value, wanted)));
    }

    private static List<String> values(DeviceGroup.Property property, Entity.Device device) {
        var values = new ArrayList<String>();
        switch (property) {
            case DEVICE_NAME -> {
                values.add(Canonical.lower(device.hostName()));
                values.add(Canonical.lower(device.deviceDnsName()));
                values.add(Canonical.host(device.hostName().isEmpty() ? device.deviceDnsName() : device.hostName()));
            }
            case DOMAIN -> {
                values.add(domain(device.deviceDnsName()));
                values.add(domain(device.hostName()));
            }
            case TAG -> device.tags().forEach(tag -> values.add(Canonical.lower(tag)));
            case OS_PLATFORM -> values.add(Canonical.lower(device.osPlatform()));
            case GROUP_NAME -> values.add(Canonical.lower(device.rbacGroupName()));
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private static String domain(String name) {
        String host = Canonical.domain(name);
        int dot = Canonical.isIpLiteral(host) ? -1 : host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }
}
