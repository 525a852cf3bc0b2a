package dupin.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.intake.Presets;
import dupin.model.ActionType;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.Classification;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.Severity;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.Fault;
import dupin.model.policy.Preset;
import dupin.model.policy.Staff;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Faults put into the Standard preset one at a time; each is found under its rule, and the presets bear none.
class PolicyLintTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Content CONTENT = Content.shipped();
    private static final List<Preset> PRESETS = Presets.shipped(CONTENT.policy());
    private static final Policy STANDARD = PRESETS.getFirst().policy();
    private static final Staff TEAM = new Staff(3, 2, 1);
    private static final EntityKey EVIL = new EntityKey(EntityKind.DOMAIN, "evil.example");

    private static PolicyLint.Surroundings around(Staff staff) {
        return new PolicyLint.Surroundings(
                CONTENT.policy().alertPolicies().stream()
                        .filter(p -> p.enabled() && p.startsInvestigation())
                        .map(AlertPolicy::id)
                        .collect(Collectors.toSet()),
                CONTENT.playbooks().keySet(),
                staff,
                NOW);
    }

    private static DeviceGroup group(String name, int rank, AutomationLevel level, DeviceGroup.Rule... rules) {
        return new DeviceGroup(name, rank, level, "", List.of(rules));
    }

    private static DeviceGroup.Rule rule(DeviceGroup.Operator operator, String... values) {
        return new DeviceGroup.Rule(DeviceGroup.Property.DEVICE_NAME, operator, List.of(values));
    }

    private static UnaryOperator<Policy> groups(DeviceGroup... more) {
        return p -> {
            var all = new ArrayList<>(List.of(more));
            all.addAll(p.deviceGroups());
            return p.withDeviceGroups(all);
        };
    }

    private static UnaryOperator<Policy> level(AutomationLevel level) {
        return p ->
                p.withDeviceGroups(
                        List.of(new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, level, "", List.of())));
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        var all = new ArrayList<>(list);
        all.addAll(more);
        return all;
    }

    private static UnaryOperator<Policy> core(String... more) {
        return p -> p.withFolders(plus(p.coreFolders(), List.of(more)), p.tempFolders(), p.excludedFolders());
    }

    private static UnaryOperator<Policy> temp(String... more) {
        return p -> p.withFolders(p.coreFolders(), plus(p.tempFolders(), List.of(more)), p.excludedFolders());
    }

    private static UnaryOperator<Policy> excluded(String... more) {
        return p -> p.withFolders(p.coreFolders(), p.tempFolders(), plus(p.excludedFolders(), List.of(more)));
    }

    private static UnaryOperator<Policy> alerts(AlertPolicy first) {
        return p -> p.withAlertPolicies(plus(List.of(first), p.alertPolicies()));
    }

    private static AlertPolicy alert(String name, String playbook, List<String> titles, Severity least) {
        return new AlertPolicy(
                "own-" + name, name, true, true, playbook, titles, List.of(), List.of(), List.of(), least);
    }

    private static UnaryOperator<Policy> indicators(Indicator... list) {
        return p -> p.withIndicators(List.of(list));
    }

    private static UnaryOperator<Policy> limits(int days, int automatic, int gate, boolean stopped) {
        return p -> p.withLimits(days, automatic, gate, stopped, false);
    }

    private static UnaryOperator<Policy> quorum(boolean othersOnly, ApprovalRules.Quorum... list) {
        return p -> p.withApprovals(new ApprovalRules(false, false, false, othersOnly, List.of(list)));
    }

    private record Seed(Fault.Rule rule, UnaryOperator<Policy> change, Staff staff) {}

    private static final Map<String, Seed> SEEDS = new LinkedHashMap<>();

    private static void seed(String what, Fault.Rule rule, UnaryOperator<Policy> change) {
        SEEDS.put(what, new Seed(rule, change, TEAM));
    }

    static {
        var starts = rule(DeviceGroup.Operator.STARTS_WITH, "srv-");
        var isolate = new ApprovalRules.Quorum(ActionType.ISOLATE_DEVICE, 2);
        seed("temp folder under a core folder", Fault.Rule.FOLDERS_OVERLAP, temp("?:/windows/temp/*"));
        seed("backslashes, too", Fault.Rule.FOLDERS_OVERLAP, temp("\\windows\\temp\\*"));
        seed("core folder under a temp folder", Fault.Rule.FOLDERS_OVERLAP, core("?:/temp/tools/*"));
        seed("wildcards that meet", Fault.Rule.FOLDERS_OVERLAP, temp("?:/*/system32/*"));
        seed("excluded core folder", Fault.Rule.FOLDERS_OVERLAP, excluded("?:/windows/system32/*"));
        seed("excluded temp folder", Fault.Rule.FOLDERS_OVERLAP, excluded("/tmp/build/*"));
        seed("folder twice", Fault.Rule.FOLDER_COVERED, core("?:/Windows"));
        seed("folder inside another of the list", Fault.Rule.FOLDER_COVERED, core("?:/windows/system32/*"));
        seed("relative folder", Fault.Rule.FOLDER_NEVER_MATCHES, temp("downloads/*"));
        seed("blank folder", Fault.Rule.FOLDER_NEVER_MATCHES, core(" "));
        seed("everything excluded", Fault.Rule.FOLDER_TOO_WIDE, excluded("*"));
        seed("whole drive temporary", Fault.Rule.FOLDER_TOO_WIDE, temp("c:/*"));
        seed("no core folders", Fault.Rule.NO_CORE_FOLDERS, p -> p.withFolders(List.of(), p.tempFolders(), List.of()));
        seed(
                "no temp folders",
                Fault.Rule.NO_TEMP_FOLDERS,
                p -> level(AutomationLevel.SEMI_NON_TEMP).apply(p.withFolders(p.coreFolders(), List.of(), List.of())));
        seed("no default group", Fault.Rule.DEFAULT_GROUP, p -> p.withDeviceGroups(List.of()));
        seed(
                "two default groups",
                Fault.Rule.DEFAULT_GROUP,
                p -> p.withDeviceGroups(plus(p.deviceGroups(), p.deviceGroups())));
        seed("group without rules", Fault.Rule.GROUP_EMPTY, groups(group("Servers", 1, AutomationLevel.SEMI_ANY)));
        seed(
                "rule without values",
                Fault.Rule.GROUP_RULE,
                groups(group("Servers", 1, AutomationLevel.SEMI_ANY, rule(DeviceGroup.Operator.EQUALS))));
        seed(
                "rule with too many values",
                Fault.Rule.GROUP_RULE,
                groups(
                        group(
                                "Servers",
                                1,
                                AutomationLevel.SEMI_ANY,
                                rule(
                                        DeviceGroup.Operator.EQUALS,
                                        IntStream.range(0, 11).mapToObj(i -> "pc" + i).toArray(String[]::new)))));
        seed(
                "group behind a wider one",
                Fault.Rule.GROUP_SHADOWED,
                groups(
                        group("Servers", 1, AutomationLevel.SEMI_ANY, starts),
                        group("Web", 2, AutomationLevel.FULL, rule(DeviceGroup.Operator.EQUALS, "SRV-WEB"))));
        seed(
                "group behind one that asks less",
                Fault.Rule.GROUP_SHADOWED,
                groups(
                        group("Servers", 1, AutomationLevel.SEMI_ANY, rule(DeviceGroup.Operator.CONTAINS, "srv")),
                        group(
                                "Tagged",
                                2,
                                AutomationLevel.SEMI_ANY,
                                starts,
                                new DeviceGroup.Rule(
                                        DeviceGroup.Property.TAG, DeviceGroup.Operator.EQUALS, List.of("web")))));
        seed(
                "rank twice",
                Fault.Rule.GROUP_RANK,
                groups(
                        group("Servers", 1, AutomationLevel.SEMI_ANY, starts),
                        group("Kiosks", 1, AutomationLevel.SEMI_ANY, rule(DeviceGroup.Operator.EQUALS, "kiosk"))));
        seed(
                "group name twice",
                Fault.Rule.GROUP_NAME,
                groups(
                        group("Servers", 1, AutomationLevel.SEMI_ANY, starts),
                        group("Servers", 2, AutomationLevel.SEMI_ANY, rule(DeviceGroup.Operator.EQUALS, "kiosk"))));
        seed(
                "group without protection",
                Fault.Rule.GROUP_WITHOUT_LEVEL,
                groups(group("Servers", 1, AutomationLevel.NOT_PROTECTED, starts)));
        seed("default group without protection", Fault.Rule.GROUP_WITHOUT_LEVEL, level(AutomationLevel.NOT_PROTECTED));
        seed(
                "level looser than the baseline",
                Fault.Rule.LEVEL_LOOSER,
                p ->
                        groups(group("Servers", 1, AutomationLevel.FULL, starts))
                                .apply(level(AutomationLevel.SEMI_ANY).apply(p)));
        seed(
                "alert policy that takes all",
                Fault.Rule.ALERT_UNREACHABLE,
                alerts(alert("All", "general", List.of(), null)));
        seed(
                "alert policy behind a shorter title",
                Fault.Rule.ALERT_UNREACHABLE,
                p ->
                        alerts(alert("Wide", "general", List.of("own alert"), null))
                                .apply(
                                        alerts(alert("Narrow", "general", List.of("my own alert 7"), Severity.HIGH))
                                                .apply(p)));
        seed("alert policy without name", Fault.Rule.ALERT_NAME, alerts(alert("", "general", List.of("x1"), null)));
        seed("unknown playbook", Fault.Rule.ALERT_PLAYBOOK, alerts(alert("Own", "gone", List.of("x1"), null)));
        seed(
                "built-in alert policy gone",
                Fault.Rule.ALERT_SWITCHED_OFF,
                p ->
                        p.withAlertPolicies(
                                p.alertPolicies().stream().filter(a -> !a.id().equals("mail-reported")).toList()));
        seed(
                "tuning rule for a group that is gone",
                Fault.Rule.TUNING_GROUP,
                p ->
                        p.withTuning(
                                List.of(
                                        new TuningRule(
                                                "t",
                                                "Noise",
                                                true,
                                                List.of(
                                                        new TuningCondition(
                                                                TuningCondition.Field.TITLE, List.of("noise"))),
                                                "Gone",
                                                TuningRule.Effect.HIDE,
                                                Classification.NOT_SET,
                                                "",
                                                "",
                                                "ann",
                                                null))));
        seed("nothing starts", Fault.Rule.NOTHING_STARTS, p -> p.withAlertPolicies(List.of()));
        seed(
                "allowed and blocked",
                Fault.Rule.INDICATOR_CONFLICT,
                indicators(
                        new Indicator(EVIL, Indicator.Action.ALLOW, "a"),
                        new Indicator(EVIL, Indicator.Action.BLOCK, "b")));
        seed(
                "blocked twice",
                Fault.Rule.INDICATOR_TWICE,
                indicators(
                        new Indicator(EVIL, Indicator.Action.BLOCK, "a"),
                        new Indicator(EVIL, Indicator.Action.BLOCK, "b")));
        seed(
                "expired indicator",
                Fault.Rule.INDICATOR_EXPIRED,
                indicators(new Indicator(EVIL, Indicator.Action.BLOCK, "a", NOW.minusSeconds(1))));
        seed(
                "indicator without reason",
                Fault.Rule.INDICATOR_WITHOUT_REASON,
                indicators(new Indicator(EVIL, Indicator.Action.BLOCK, "")));
        seed(
                "a whole top-level domain",
                Fault.Rule.INDICATOR_TOO_WIDE,
                indicators(new Indicator(new EntityKey(EntityKind.DOMAIN, "com"), Indicator.Action.ALLOW, "a")));
        seed(
                "own address blocked",
                Fault.Rule.INDICATOR_TOO_WIDE,
                indicators(
                        new Indicator(new EntityKey(EntityKind.IP_ADDRESS, "10.0.0.5"), Indicator.Action.BLOCK, "a")));
        seed(
                "blocked and never to be touched",
                Fault.Rule.NEVER_TOUCH,
                p ->
                        indicators(new Indicator(EVIL, Indicator.Action.BLOCK, "a"))
                                .apply(p.withNeverTouch(List.of(EVIL))));
        seed("never touch twice", Fault.Rule.NEVER_TOUCH, p -> p.withNeverTouch(List.of(EVIL, EVIL)));
        seed("expiry beyond retention", Fault.Rule.EXPIRY, limits(90, 20, 10, false));
        seed("expiry over a weekend", Fault.Rule.EXPIRY, limits(1, 20, 10, false));
        seed("breaker that lets nothing run", Fault.Rule.BREAKER, limits(7, 0, 10, false));
        seed("breaker that never trips", Fault.Rule.BREAKER, limits(7, 9_999, 10, false));
        seed("gate that never asks", Fault.Rule.EXPANSION_GATE, limits(7, 20, 5_000, false));
        seed("automation left stopped", Fault.Rule.LEFT_STOPPED, limits(7, 20, 10, true));
        seed("approver may be the proposer", Fault.Rule.APPROVER_IS_PROPOSER, quorum(false, isolate));
        seed(
                "more approvers than there are",
                Fault.Rule.QUORUM,
                quorum(true, new ApprovalRules.Quorum(ActionType.ISOLATE_DEVICE, 9)));
        seed("quorum of one", Fault.Rule.QUORUM, quorum(true, new ApprovalRules.Quorum(ActionType.ISOLATE_DEVICE, 1)));
        seed(
                "quorum twice",
                Fault.Rule.QUORUM,
                quorum(true, isolate, new ApprovalRules.Quorum(ActionType.ISOLATE_DEVICE, 3)));
        seed(
                "quorum on what runs by itself",
                Fault.Rule.QUORUM,
                quorum(true, new ApprovalRules.Quorum(ActionType.QUARANTINE_FILE, 2)));
        SEEDS.put("nobody approves", new Seed(Fault.Rule.PEOPLE, p -> p, new Staff(3, 0, 0)));
        SEEDS.put("no administrator", new Seed(Fault.Rule.PEOPLE, p -> p, new Staff(3, 1, 0)));
        SEEDS.put(
                "the only approver may not approve",
                new Seed(Fault.Rule.APPROVER_IS_PROPOSER, quorum(true), new Staff(3, 0, 1)));
    }

    @TestFactory
    List<DynamicTest> eachSeededFaultIsFoundUnderItsRule() {
        return SEEDS.entrySet().stream()
                .map(seed ->
                        DynamicTest.dynamicTest(
                                seed.getKey(),
                                () -> {
                                    Policy faulty = seed.getValue().change().apply(STANDARD);
                                    List<Fault> faults = PolicyLint.check(faulty, around(seed.getValue().staff()));
                                    assertThat(faults.stream().map(Fault::rule)).contains(seed.getValue().rule());
                                    assertThat(faults)
                                            .allSatisfy(f -> {
                                                assertThat(f.text()).endsWith(".");
                                                assertThat(f.advice()).endsWith(".");
                                                assertThat(f.where()).isNotBlank();
                                            });
                                }))
                .toList();
    }

    @Test
    void fortyFaultsAndMoreAreSeededAndEveryRuleHasOne() {
        assertThat(SEEDS).hasSizeGreaterThanOrEqualTo(40);
        assertThat(SEEDS.values().stream().map(Seed::rule)).contains(Fault.Rule.values());
    }

    @Test
    void thePresetsBearNone() {
        for (Preset preset : PRESETS) {
            assertThat(PolicyLint.check(preset.policy(), around(TEAM))).as(preset.name()).isEmpty();
            assertThat(PolicyLint.check(preset.policy(), around(Staff.LOCAL))).as(preset.name()).isEmpty();
        }
    }

    @Test
    void whatShipsOverlapsAsTheDocumentsDoAndNothingElse() {
        assertThat(PolicyLint.check(CONTENT.policy(), around(Staff.LOCAL)).stream().map(Fault::rule).distinct())
                .containsExactly(Fault.Rule.FOLDERS_OVERLAP);
    }
}
