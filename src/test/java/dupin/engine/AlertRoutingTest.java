package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.InvestigationState;
import dupin.model.Policy;
import dupin.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRoutingTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.Device LAB1 = Entity.Device.named("LAB1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Policy SHIPPED = Content.shipped().policy();

    private static AlertPolicy policy(
            String id, boolean starts, List<String> titles, List<String> categories, List<EntityKind> kinds) {
        return new AlertPolicy(id, id, true, starts, "playbook-" + id, titles, categories, List.of(), kinds);
    }

    private static Policy with(AlertPolicy... policies) {
        return EngineCase.policy().withAlertPolicies(List.of(policies));
    }

    private static String playbook(AlertRouting.Decision decision) {
        return decision instanceof AlertRouting.Start start ? start.playbookId() : decision.toString();
    }

    private static InvestigationState declined(AlertRouting.Decision decision) {
        assertThat(decision).isInstanceOf(AlertRouting.Decline.class);
        var decline = (AlertRouting.Decline) decision;
        assertThat(decline.reason()).isNotBlank();
        return decline.state();
    }

    @Test
    void theFirstEnabledMatchDecides() {
        Alert alert =
                Story.with(
                        Story.alert("a", "", "Mimikatz was SEEN", Severity.HIGH, 0, FILE),
                        "new",
                        "CredentialAccess",
                        "");
        var title = policy("title", true, List.of("mimikatz was seen"), List.of(), List.of());
        var category = policy("category", true, List.of(), List.of("Credential Access"), List.of());
        var kind = policy("kind", true, List.of(), List.of(), List.of(EntityKind.FILE));
        var off = new AlertPolicy("off", "off", false, true, "off", List.of(), List.of(), List.of(), List.of());
        assertThat(playbook(AlertRouting.decide(alert, with(off, title, category)))).isEqualTo("playbook-title");
        assertThat(playbook(AlertRouting.decide(alert, with(category, title)))).isEqualTo("playbook-category");
        assertThat(playbook(AlertRouting.decide(alert, with(kind)))).isEqualTo("playbook-kind");
        var all = policy("all", true, List.of("mimikatz"), List.of("CredentialAccess"), List.of(EntityKind.URL));
        assertThat(declined(AlertRouting.decide(alert, with(all))))
                .isEqualTo(InvestigationState.UNSUPPORTED_ALERT_TYPE);
        var notice = policy("notice", false, List.of("mimikatz"), List.of(), List.of());
        assertThat(declined(AlertRouting.decide(alert, with(notice, kind))))
                .isEqualTo(InvestigationState.UNSUPPORTED_ALERT_TYPE);
    }

    @Test
    void lessSevereAlertsThanAPolicyWantsDoNotMatch() {
        var severe =
                new AlertPolicy(
                        "s", "s", true, true, "severe", List.of(), List.of(), List.of(), List.of(), Severity.MEDIUM);
        assertThat(AlertRouting.matches(severe, Story.alert("a", "", "t", Severity.LOW, 0, FILE))).isFalse();
        assertThat(AlertRouting.matches(severe, Story.alert("a", "", "t", Severity.MEDIUM, 0, FILE))).isTrue();
        assertThat(AlertRouting.matches(severe, Story.alert("a", "", "t", Severity.HIGH, 0, FILE))).isTrue();
    }

    @Test
    void suppressedAlertsAreLeftAlone() {
        Alert plain = Story.alert("a", 0, FILE);
        Alert suppressed =
                AlertDraft.alert("a")
                        .title("t")
                        .severity(Severity.HIGH)
                        .assignedTo("Suppression rule")
                        .evidence(plain.evidence())
                        .row(plain.row())
                        .made();
        assertThat(declined(AlertRouting.decide(suppressed, SHIPPED))).isEqualTo(InvestigationState.SUPPRESSED_ALERT);
    }

    @Test
    void anAlertIsLeftAloneOnlyWhenAllItsDevicesAre() {
        var lab =
                new DeviceGroup(
                        "Lab",
                        1,
                        AutomationLevel.NOT_PROTECTED,
                        "",
                        List.of(
                                new DeviceGroup.Rule(
                                        DeviceGroup.Property.DEVICE_NAME,
                                        DeviceGroup.Operator.STARTS_WITH,
                                        List.of("lab"))));
        Policy policy = SHIPPED.withDeviceGroups(List.of(lab));
        AlertRouting.Decision alone = AlertRouting.decide(Story.alert("a", 0, LAB1, FILE), policy);
        assertThat(declined(alone)).isEqualTo(InvestigationState.NOT_PROTECTED);
        assertThat(((AlertRouting.Decline) alone).reason()).contains("LAB1", "Lab");
        assertThat(AlertRouting.decide(Story.alert("a", 0, LAB1, PC1, FILE), policy))
                .isInstanceOf(AlertRouting.Start.class);
        assertThat(AlertRouting.decide(Story.alert("a", 0, FILE), policy)).isInstanceOf(AlertRouting.Start.class);
    }

    @Test
    void resolvedAlertsAreInvestigatedToo() {
        Alert resolved = Story.with(Story.alert("a", 0, PC1, FILE), "resolved", "Malware", "");
        assertThat(AlertRouting.decide(resolved, SHIPPED)).isInstanceOf(AlertRouting.Start.class);
    }

    @Test
    void ofSeveralAlertsTheMostSevereThatStartsTriggers() {
        Alert notice =
                Story.alert(
                        "a", "", "Messages have been delayed", Severity.HIGH, 0, Entity.User.ofUpn("ann@corp.example"));
        Alert low = Story.alert("b", "", "Odd file", Severity.LOW, 1, FILE);
        Alert medium = Story.alert("c", "", "Odd process", Severity.MEDIUM, 2, FILE);
        AlertRouting.Decision decision = AlertRouting.decide(List.of(low, notice, medium), SHIPPED);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        AlertRouting.Start.class, start -> assertThat(start.trigger()).isEqualTo(medium));
        assertThat(declined(AlertRouting.decide(List.of(notice), SHIPPED)))
                .isEqualTo(InvestigationState.UNSUPPORTED_ALERT_TYPE);
        assertThat(AlertRouting.playbookFor(List.of(notice), with())).isEqualTo("general");
    }

    /// The documents' list of alert policies, by their exact names.
    @Test
    void theShippedPolicyKnowsTheDocumentsAlerts() {
        Entity mail =
                new Entity.MailMessage(
                        "m", "", "ann@corp.example", "", "", "", "", null, "", "Inbox", List.of(), List.of());
        for (String title :
                List.of(
                        "A potentially malicious URL click was detected",
                        "A user clicked through to a potentially malicious URL",
                        "User restricted from sending email",
                        "Suspicious email sending patterns detected",
                        "Admin triggered user compromise investigation",
                        "Messages containing malicious entity not removed after delivery",
                        "Email reported by user as malware or phish",
                        "Email messages containing malicious file removed after delivery",
                        "Email messages containing malicious URL removed after delivery",
                        "Email messages from a campaign removed after delivery",
                        "Email messages removed after delivery",
                        "Admin triggered manual investigation of email",
                        "Administrative action submitted by an Administrator")) {
            assertThat(AlertRouting.decide(Story.alert("a", "", title, Severity.LOW, 0, mail), SHIPPED))
                    .as(title)
                    .isInstanceOf(AlertRouting.Start.class);
        }
        for (String title :
                List.of(
                        "Creation of forwarding/redirect rule",
                        "Email sending limit exceeded",
                        "Suspicious email forwarding activity",
                        "Phish delivered due to an ETR override",
                        "Email reported by user as junk",
                        "Tenant restricted from sending email",
                        "Reply-all storm detected",
                        "Unusual volume of external file sharing")) {
            assertThat(AlertRouting.decide(Story.alert("a", "", title, Severity.LOW, 0, mail), SHIPPED))
                    .as(title)
                    .isInstanceOf(AlertRouting.Decline.class);
        }
    }
}
