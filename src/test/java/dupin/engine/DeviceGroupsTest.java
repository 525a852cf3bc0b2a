package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.DeviceGroup.Operator;
import dupin.model.DeviceGroup.Property;
import dupin.model.DeviceGroup.Rule;
import dupin.model.Entity;
import dupin.model.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceGroupsTest {
    private static final Entity.Device DEVICE =
            new Entity.Device(
                    "SRV-Web1",
                    "srv-web1.lab.corp.example",
                    "",
                    "",
                    "WindowsServer2022",
                    "Servers EU",
                    "",
                    "",
                    "",
                    List.of("Tier1", "Web"));

    private static DeviceGroup group(String name, int rank, Rule... rules) {
        return new DeviceGroup(name, rank, AutomationLevel.FULL, "", List.of(rules));
    }

    private static Rule rule(Property property, Operator operator, String... values) {
        return new Rule(property, operator, List.of(values));
    }

    private static String groupOf(DeviceGroup... groups) {
        Policy policy = EngineCase.policy().withDeviceGroups(List.of(groups));
        return DeviceGroups.groupOf(DEVICE, policy).name();
    }

    @Test
    void eachPropertyAndOperatorMatchesInAnyCase() {
        List<Rule> holds =
                List.of(
                        rule(Property.DEVICE_NAME, Operator.STARTS_WITH, "srv-"),
                        rule(Property.DEVICE_NAME, Operator.EQUALS, "SRV-WEB1.lab.corp.example"),
                        rule(Property.DOMAIN, Operator.EQUALS, "Lab.Corp.Example"),
                        rule(Property.DOMAIN, Operator.ENDS_WITH, "corp.example"),
                        rule(Property.TAG, Operator.EQUALS, "tier2", "web"),
                        rule(Property.OS_PLATFORM, Operator.CONTAINS, "server"),
                        rule(Property.GROUP_NAME, Operator.EQUALS, "servers eu"));
        for (Rule rule : holds) {
            assertThat(groupOf(group("G", 1, rule))).as(rule.toString()).isEqualTo("G");
        }
        List<Rule> fails =
                List.of(
                        rule(Property.DEVICE_NAME, Operator.EQUALS, "web1"),
                        rule(Property.DOMAIN, Operator.EQUALS, "corp.example"),
                        rule(Property.TAG, Operator.CONTAINS, ""),
                        rule(Property.OS_PLATFORM, Operator.EQUALS));
        for (Rule rule : fails) {
            assertThat(groupOf(group("G", 1, rule))).as(rule.toString()).isEqualTo(DeviceGroup.DEFAULT_NAME);
        }
    }

    @Test
    void rowsOfOnePropertyAreAlternativesAndPropertiesMustAllHold() {
        Rule wrongName = rule(Property.DEVICE_NAME, Operator.EQUALS, "other");
        Rule rightName = rule(Property.DEVICE_NAME, Operator.CONTAINS, "web");
        Rule wrongTag = rule(Property.TAG, Operator.EQUALS, "tier0");
        assertThat(groupOf(group("G", 1, wrongName, rightName))).isEqualTo("G");
        assertThat(groupOf(group("G", 1, rightName, wrongTag))).isEqualTo(DeviceGroup.DEFAULT_NAME);
    }

    @Test
    void theBestRankWinsWhateverTheOrder() {
        Rule any = rule(Property.TAG, Operator.EQUALS, "web");
        assertThat(groupOf(group("Third", 3, any), group("First", 1, any), group("Second", 2, any))).isEqualTo("First");
        assertThat(groupOf(group("Empty", 1), group("Second", 2, any)))
                .as("a group without rules takes nothing")
                .isEqualTo("Second");
    }

    @Test
    void theDefaultGroupTakesTheRestAndCarriesCaseWideActions() {
        var fallback = new DeviceGroup(DeviceGroup.DEFAULT_NAME, 0, AutomationLevel.SEMI_CORE, "", List.of());
        Policy policy =
                EngineCase.policy()
                        .withDeviceGroups(List.of(fallback, group("G", 1, rule(Property.TAG, Operator.EQUALS, "x"))));
        assertThat(DeviceGroups.groupOf(DEVICE, policy)).isEqualTo(fallback);
        assertThat(DeviceGroups.levelOf(Optional.empty(), policy)).isEqualTo(AutomationLevel.SEMI_CORE);
        assertThat(DeviceGroups.levelOf(Optional.empty(), EngineCase.policy()))
                .as("no default group: the safe reading")
                .isEqualTo(AutomationLevel.SEMI_ANY);
    }
}
