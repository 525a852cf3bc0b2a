package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.journal.EntryCodec;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Policy;
import dupin.model.policy.CriticalRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the policy's rule finds among the assets that an action reaches.
class CriticalAssetsTest {
    private static final Policy SHIPPED = Content.shipped().policy();

    private static Entity.Device device(String name, String dnsName, String system, String... tags) {
        return new Entity.Device(name, dnsName, "", "", system, "", "", "", "", List.of(tags));
    }

    private static List<String> among(Policy policy, Entity... assets) {
        var facts = new MemoryFacts(List.of(Story.alert("a", 0, assets)), List.of());
        return CriticalAssets.among(Arrays.stream(assets).map(Entity::key).toList(), facts, policy);
    }

    private static Policy rule(List<String> tags, List<String> names, List<String> domains, boolean servers) {
        return SHIPPED.withCritical(new CriticalRule(tags, names, domains, servers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Critical - ICU",
                "business critical",
                "Criticality 1",
                "High Value Asset",
                "high-value",
                "HVA",
                "Tier 0",
                "tier0",
                "Domain Controllers",
                "Crown-Jewels"
            })
    void theShippedRuleKnowsTheUsualTags(String tag) {
        assertThat(among(SHIPPED, device("ward-3", "", "Windows10", tag)))
                .containsExactly("ward-3 (tagged " + tag + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Non-critical", "not critical", "uncritical", "hvac", "tier 1", "jewel"})
    void theShippedRuleLeavesOthersAlone(String tag) {
        assertThat(among(SHIPPED, device("ward-3", "", "Windows10", tag))).isEmpty();
    }

    @Test
    void namesAndDomainsOfDevicesAndAccountsCount() {
        Policy policy = rule(List.of(), List.of("DC*", "ceo@*"), List.of("pay.contoso.example"), false);
        var ceo = Entity.User.ofUpn("ceo@contoso.example");
        var clerk = Entity.User.ofUpn("clerk@Pay.Contoso.example");
        Entity.Device till = device("till-4", "till-4.east.pay.contoso.example", "Windows10");
        assertThat(
                        among(
                                policy,
                                device("dc-01", "", "WindowsServer2022"),
                                device("adc", "", "Windows10"),
                                till,
                                device("fs-01", "", "WindowsServer2022"),
                                device("ws-1", "ws-1.overpay.contoso.example", "Windows10"),
                                ceo,
                                clerk))
                .containsExactly(
                        ceo.key().value() + " (named like ceo@*)",
                        clerk.key().value() + " (in pay.contoso.example)",
                        "dc-01 (named like DC*)",
                        till.key().value() + " (in pay.contoso.example)");
    }

    @Test
    void anEmptyRuleLeavesTheNeverTouchListAlone() {
        Entity.Device tagged = device("ward-3", "", "WindowsServer2022", "critical");
        EntityKey listed = Entity.Device.named("dc-01").key();
        Policy policy = rule(List.of(" ", "*"), List.of("*"), List.of(""), false).withNeverTouch(List.of(listed));
        assertThat(among(policy, tagged, Entity.Device.named("dc-01"))).containsExactly("dc-01 (never to be touched)");
    }

    @Test
    void aJournalThatNamesNoRuleHasTheShippedOneAndAnEmptyRuleStaysEmpty() {
        Policy empty = rule(List.of(), List.of(), List.of(), false);
        assertThat(SHIPPED.critical()).isEqualTo(CriticalRule.SHIPPED);
        var written = new Entry.PolicyChanged(empty, List.of(), "");
        String json = EntryCodec.write(written);
        assertThat(EntryCodec.entry("policyChanged", json)).isEqualTo(written);
        String older = json.replace("\"critical\":{\"servers\":false},", "");
        assertThat(older).isNotEqualTo(json);
        assertThat(((Entry.PolicyChanged) EntryCodec.entry("policyChanged", older)).policy().critical())
                .isEqualTo(CriticalRule.SHIPPED);
    }
}
