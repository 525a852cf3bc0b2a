package dupin.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.PolicyDiff;
import dupin.intake.Content;
import dupin.intake.Presets;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.Direction;
import dupin.model.policy.Drift;
import dupin.model.policy.EmailAutomation;
import dupin.model.policy.PolicyChange;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConfigurationAnalyzerTest {
    private static final Policy SHIPPED = Content.shipped().policy();
    private static final List<Preset> PRESETS = Presets.shipped(SHIPPED);

    private static AlertPolicy off(AlertPolicy policy) {
        return new AlertPolicy(
                policy.id(),
                policy.name(),
                false,
                policy.startsInvestigation(),
                policy.playbookId(),
                policy.titleContains(),
                policy.categories(),
                policy.serviceSources(),
                policy.evidenceKinds(),
                policy.severityAtLeast());
    }

    /// Everything that a preset speaks of is another way.
    private static Policy astray() {
        return SHIPPED.withFolders(List.of("?:/x/*"), List.of("?:/y/*"), List.of("?:/z/*"))
                .withLimits(99, 999, 99, true, true)
                .withApprovals(
                        new ApprovalRules(
                                true,
                                false,
                                false,
                                true,
                                List.of(new ApprovalRules.Quorum(dupin.model.ActionType.BLOCK_IP, 4))))
                .withEmail(new EmailAutomation(true, true))
                .withAlertPolicies(SHIPPED.alertPolicies().stream().map(ConfigurationAnalyzerTest::off).toList());
    }

    @Test
    void aPresetHasNothingToImproveAndEachDifferenceIsNamedWithItsReason() {
        for (Preset preset : PRESETS) {
            assertThat(ConfigurationAnalyzer.compare(preset.policy(), preset)).isEmpty();
            List<Recommendation> all = ConfigurationAnalyzer.compare(astray(), preset);
            assertThat(all).hasSizeGreaterThanOrEqualTo(15 + SHIPPED.alertPolicies().size() - 2);
            assertThat(all)
                    .allSatisfy(r -> {
                        assertThat(r.why()).as(r.setting()).isNotBlank();
                        assertThat(r.current()).isNotEqualTo(r.recommended());
                    });
        }
    }

    @Test
    void applyingOneByOneLeadsToThePreset() {
        for (Preset preset : PRESETS) {
            Policy policy = astray();
            int left = ConfigurationAnalyzer.compare(policy, preset).size();
            while (left > 0) {
                String next = ConfigurationAnalyzer.compare(policy, preset).getFirst().setting();
                policy = ConfigurationAnalyzer.apply(policy, preset, next);
                assertThat(ConfigurationAnalyzer.compare(policy, preset)).hasSize(--left);
            }
            assertThat(PolicyDiff.changes(policy, preset.policy())).isEmpty();
        }
    }

    @Test
    void everyReasonOfAPresetBelongsToASetting() {
        List<String> ids = new ArrayList<>(PolicySetting.all().stream().map(PolicySetting::id).toList());
        ids.add("alertPolicy");
        PRESETS.forEach(preset -> assertThat(ids).containsAll(preset.why().keySet()));
        PRESETS.forEach(preset -> assertThat(preset.why().keySet()).containsAll(ids));
    }

    @Test
    void driftSaysWhatBecameStricterOrLooser() {
        var evil = new EntityKey(EntityKind.DOMAIN, "evil.example");
        var steps = new ArrayList<UnaryOperator<Policy>>();
        var expected = new TreeMap<Integer, Direction>();
        Map<UnaryOperator<Policy>, Direction> ways =
                Map.ofEntries(
                        Map.entry(p -> level(p, AutomationLevel.FULL), Direction.LOOSER),
                        Map.entry(p -> level(p, AutomationLevel.NOT_PROTECTED), Direction.LOOSER),
                        Map.entry(p -> p.withLimits(3, 20, 10, false, false), Direction.STRICTER),
                        Map.entry(p -> p.withLimits(7, 50, 10, false, false), Direction.LOOSER),
                        Map.entry(p -> p.withLimits(7, 20, 10, true, false), Direction.STRICTER),
                        Map.entry(p -> p.withLimits(7, 20, 10, false, true), Direction.NEITHER),
                        Map.entry(p -> p.withEmail(new EmailAutomation(true, false)), Direction.LOOSER),
                        Map.entry(p -> p.withApprovals(ApprovalRules.NONE.withOthersOnly(true)), Direction.STRICTER),
                        Map.entry(
                                p ->
                                        p.withApprovals(
                                                ApprovalRules.NONE.withQuorums(
                                                        List.of(
                                                                new ApprovalRules.Quorum(
                                                                        dupin.model.ActionType.DISABLE_USER, 2)))),
                                Direction.STRICTER),
                        Map.entry(
                                p -> p.withFolders(p.coreFolders(), p.tempFolders(), List.of("?:/build/*")),
                                Direction.LOOSER),
                        Map.entry(p -> p.withNeverTouch(List.of(evil)), Direction.STRICTER),
                        Map.entry(
                                p -> p.withIndicators(List.of(new Indicator(evil, Indicator.Action.ALLOW, "a"))),
                                Direction.LOOSER),
                        Map.entry(
                                p -> p.withIndicators(List.of(new Indicator(evil, Indicator.Action.BLOCK, "a"))),
                                Direction.STRICTER));
        ways.forEach((step, way) -> {
            expected.put(steps.size(), way);
            steps.add(step);
        });
        for (int i = 0; i < steps.size(); i++) {
            Policy after = steps.get(i).apply(SHIPPED);
            List<Drift> drift =
                    PolicyDrift.of(
                            List.of(
                                    new PolicyChange(1, Instant.EPOCH, "Dupin", SHIPPED, ""),
                                    new PolicyChange(9, Instant.EPOCH, "ann", after, "why")));
            assertThat(drift).hasSize(1);
            assertThat(drift.getFirst().direction()).as("%s", drift).isEqualTo(expected.get(i));
            assertThat(drift.getFirst().by()).isEqualTo("ann");
        }
    }

    private static Policy level(Policy policy, AutomationLevel level) {
        return policy.withDeviceGroups(
                List.of(new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, level, "", List.of())));
    }
}
