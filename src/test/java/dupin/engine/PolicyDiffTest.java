package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry.Change;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.policy.CriticalRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static final Policy SHIPPED = Content.shipped().policy();

    private static List<Change> to(Policy after) {
        return PolicyDiff.changes(SHIPPED, after);
    }

    @Test
    void equalPoliciesDifferInNothingWhateverTheirVersion() {
        assertThat(to(SHIPPED.withVersion(9))).isEmpty();
    }

    @Test
    void eachLimitIsALine() {
        assertThat(to(SHIPPED.withLimits(3, SHIPPED.maxAutomaticPerHour() + 1, 12, true, !SHIPPED.blindReview())))
                .extracting(Change::field)
                .containsExactly(
                        "Pending actions expire after (days)",
                        "Automatic actions of one type per hour",
                        "Devices from which an expansion asks",
                        "Automation stopped",
                        "Blind review");
        assertThat(
                        to(
                                SHIPPED.withLimits(
                                        3,
                                        SHIPPED.maxAutomaticPerHour(),
                                        SHIPPED.expansionGate(),
                                        SHIPPED.automationStopped(),
                                        SHIPPED.blindReview())))
                .containsExactly(new Change("Pending actions expire after (days)", "7", "3"));
    }

    @Test
    void groupsFoldersListsAndIndicatorsSayWhatCameAndWent() {
        var rule =
                new DeviceGroup.Rule(
                        DeviceGroup.Property.OS_PLATFORM,
                        DeviceGroup.Operator.STARTS_WITH,
                        List.of("Windows", "macOS"));
        var groups = new ArrayList<>(SHIPPED.deviceGroups());
        groups.add(new DeviceGroup("Servers", 1, AutomationLevel.FULL, "", List.of(rule)));
        assertThat(to(SHIPPED.withDeviceGroups(groups)))
                .containsExactly(
                        new Change(
                                "Device group \"Servers\"",
                                "",
                                "Full - remediate threats automatically, rank 1, os platform starts with Windows or macOS"));
        var core = new ArrayList<>(SHIPPED.coreFolders());
        String gone = core.removeFirst();
        core.add("C:\\Safe\\*");
        assertThat(to(SHIPPED.withFolders(core, SHIPPED.tempFolders(), SHIPPED.excludedFolders())))
                .containsExactlyInAnyOrder(
                        new Change("Core folders", gone, ""), new Change("Core folders", "", "C:\\Safe\\*"));
        var pc1 = Entity.Device.named("PC1").key();
        assertThat(to(SHIPPED.withNeverTouch(List.of(pc1))))
                .containsExactly(new Change("Never touch", "", "device:pc1"));
        assertThat(to(SHIPPED.withCritical(new CriticalRule(List.of("hva"), List.of("dc*"), List.of(), false))))
                .contains(
                        new Change("Critical tags", "critical*", ""),
                        new Change("Critical names", "", "dc*"),
                        new Change("Servers are critical", "yes", "no"))
                .doesNotContain(new Change("Critical tags", "hva", ""));
        assertThat(to(SHIPPED.withIndicators(List.of(new Indicator(pc1, Indicator.Action.ALLOW, "ours")))))
                .containsExactly(new Change("Indicator \"device:pc1\"", "", "allow, ours"));
    }

    @Test
    void theOrderOfAlertPoliciesCounts() {
        var reversed = new ArrayList<AlertPolicy>(SHIPPED.alertPolicies()).reversed();
        assertThat(to(SHIPPED.withAlertPolicies(reversed)))
                .extracting(Change::field)
                .containsExactly("Order of alert policies");
        var fewer = SHIPPED.alertPolicies().subList(1, SHIPPED.alertPolicies().size());
        assertThat(to(SHIPPED.withAlertPolicies(fewer)))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEmpty());
    }
}
