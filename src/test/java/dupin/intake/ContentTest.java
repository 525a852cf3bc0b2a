package dupin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.EntityKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTest {
    private final Content content = Content.shipped();

    @Test
    void everyPlaybookHasStepsAndIsFoundByItsId() {
        assertThat(content.playbooks())
                .containsKeys(
                        "malware-on-device",
                        "malicious-mail",
                        "user-reported-phish",
                        "compromised-account",
                        "suspicious-process",
                        "general")
                .allSatisfy((id, playbook) -> assertThat(playbook.steps()).as(id).isNotEmpty());
    }

    @Test
    void theWeightsHoldBothThresholdsAndTheirSources() {
        assertThat(content.weights().of("threshold.malicious"))
                .isGreaterThan(content.weights().of("threshold.suspicious"));
        assertThat(content.weights().byId().values())
                .allSatisfy(weight -> assertThat(weight.source()).as(weight.id()).isNotEmpty());
    }

    @Test
    void theDefaultPolicyAsksBeforeEveryRemediation() {
        var policy = content.policy();
        assertThat(policy.deviceGroups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.name()).isEqualTo(DeviceGroup.DEFAULT_NAME);
                    assertThat(group.automationLevel()).isEqualTo(AutomationLevel.SEMI_ANY);
                    assertThat(group.rules()).isEmpty();
                });
        assertThat(policy.pendingExpiryDays()).isEqualTo(7);
        assertThat(policy.maxAutomaticPerHour()).isEqualTo(20);
        assertThat(policy.expansionGate()).isEqualTo(10);
        assertThat(policy.automationStopped()).isFalse();
    }

    @Test
    void everyAlertPolicyThatStartsNamesAPlaybook() {
        List<AlertPolicy> policies = content.policy().alertPolicies();
        assertThat(policies).extracting(AlertPolicy::id).doesNotHaveDuplicates();
        assertThat(policies)
                .filteredOn(AlertPolicy::startsInvestigation)
                .allSatisfy(policy -> assertThat(content.playbooks()).as(policy.id()).containsKey(policy.playbookId()));
        assertThat(policies)
                .filteredOn(policy -> !policy.startsInvestigation())
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy.titleContains()).contains("Creation of forwarding/redirect rule"));
        assertThat(policies.getLast().titleContains()).isEmpty();
        assertThat(policies.getLast().evidenceKinds())
                .contains(EntityKind.DEVICE, EntityKind.IP_ADDRESS)
                .doesNotContain(EntityKind.UNKNOWN);
    }

    @Test
    void folderPatternsAreWrittenAsPathsAre() {
        var policy = content.policy();
        assertThat(policy.coreFolders())
                .contains("?:/windows/*", "?:/program files/*", "/usr/*")
                .allSatisfy(ContentTest::isPattern);
        assertThat(policy.tempFolders())
                .contains("?:/users/*/appdata/local/temp/*", "/tmp/*")
                .allSatisfy(ContentTest::isPattern);
    }

    private static void isPattern(String pattern) {
        assertThat(Canonical.path(pattern)).isEqualTo(pattern).endsWith("/*");
    }
}
