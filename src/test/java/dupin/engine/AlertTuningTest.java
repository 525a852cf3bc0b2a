package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.AutomationLevel;
import dupin.model.Classification;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Policy;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Which alerts a tuning rule takes, and which it does not.
class AlertTuningTest {
    private static final String SHA = Story.sha(1);
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File TOOL = Entity.File.of("C:\\Tools\\scan.exe", SHA, "PC1");
    private static final Entity.Process RUN =
            EngineCase.process("PC1", 7, 0, "C:\\Windows\\cmd.exe", "cmd /c \"Backup.bat?\" [1]");
    private static final Policy POLICY =
            EngineCase.policy()
                    .withDeviceGroups(
                            List.of(
                                    new DeviceGroup(
                                            "Lab",
                                            1,
                                            AutomationLevel.FULL,
                                            "",
                                            List.of(
                                                    new DeviceGroup.Rule(
                                                            DeviceGroup.Property.DEVICE_NAME,
                                                            DeviceGroup.Operator.STARTS_WITH,
                                                            List.of("pc")))),
                                    new DeviceGroup(
                                            DeviceGroup.DEFAULT_NAME,
                                            Integer.MAX_VALUE,
                                            AutomationLevel.FULL,
                                            "",
                                            List.of())));

    private static Alert alert(Entity... evidence) {
        return AlertDraft.alert("a1")
                .title("Suspicious scan by SCAN.exe")
                .serviceSource("microsoftDefenderForEndpoint")
                .evidence(Stream.of(evidence).map(Evidence::of).toList())
                .made();
    }

    private static TuningRule rule(String group, TuningCondition... conditions) {
        return new TuningRule(
                "r1",
                "Our scanner",
                true,
                List.of(conditions),
                group,
                TuningRule.Effect.RESOLVE,
                Classification.INFORMATIONAL,
                "lineOfBusinessApplication",
                "known",
                "ann",
                null);
    }

    private static TuningCondition is(Field field, String... values) {
        return new TuningCondition(field, List.of(values));
    }

    private static boolean takes(Alert alert, TuningCondition... conditions) {
        return new AlertTuning(rule("", conditions), POLICY).matches(alert);
    }

    @Test
    void allConditionsMustHoldAndOfOneConditionAnyValue() {
        Alert alert = alert(PC1, TOOL, RUN);
        assertThat(takes(alert, is(Field.TITLE, "suspicious SCAN by scan.exe"))).isTrue();
        assertThat(takes(alert, is(Field.TITLE, "suspicious scan"))).as("the whole title").isFalse();
        assertThat(takes(alert, is(Field.TITLE, "suspicious scan*"), is(Field.FILE_HASH, "0", SHA))).isTrue();
        assertThat(takes(alert, is(Field.TITLE, "suspicious scan*"), is(Field.FILE_HASH, "0", "1"))).isFalse();
        assertThat(takes(alert, is(Field.SERVICE_SOURCE, "MicrosoftDefenderForEndpoint"))).isTrue();
        assertThat(takes(alert, is(Field.COMMAND_LINE, "cmd /c \"backup.bat?\" [1]"))).isTrue();
        assertThat(takes(alert, is(Field.COMMAND_LINE, "*backup.bat? *"))).as("? is a question mark").isFalse();
        assertThat(takes(alert, is(Field.FILE_NAME, "cmd.exe"))).as("the image of a process").isTrue();
        assertThat(takes(alert, is(Field.FILE_NAME, "c:\\tools\\*"))).as("its path").isTrue();
        assertThat(takes(alert, is(Field.URL, "*"))).as("there is none").isFalse();
    }

    @Test
    void conditionsOfOneKindOfEvidenceHoldOfTheSamePiece() {
        Alert alert = alert(TOOL, Entity.File.of("C:\\Users\\evil.exe", Story.sha(2), "PC1"));
        assertThat(takes(alert, is(Field.FILE_HASH, SHA), is(Field.FILE_NAME, "scan.exe"))).isTrue();
        assertThat(takes(alert, is(Field.FILE_HASH, SHA), is(Field.FILE_NAME, "evil.exe"))).isFalse();
    }

    @Test
    void usersDevicesAndAddressesAreKnownUnderEachOfTheirNames() {
        var user = new Entity.User("ann@corp.example", "ann", "CORP", "S-1-5-21-1", "", "Ann Other");
        var device = new Entity.Device("PC1", "pc1.corp.example", "", "", "", "", "", "", "", List.of());
        Alert alert = alert(user, device, Entity.IpAddress.of("10.0.0.9"), new Entity.Domain("cdn.example"));
        for (String name : List.of("ANN@corp.example", "ann", "corp\\ann", "s-1-5-21-1")) {
            assertThat(takes(alert, is(Field.USER, name))).as(name).isTrue();
        }
        assertThat(takes(alert, is(Field.DEVICE, "PC1.corp.example"), is(Field.IP_ADDRESS, "10.0.0.*"))).isTrue();
        assertThat(takes(alert, is(Field.URL, "CDN.example"))).isTrue();
        assertThat(takes(alert, is(Field.USER, "bob"))).isFalse();
    }

    @Test
    void aRuleForADeviceGroupTakesNothingThatNamesAnotherDevice() {
        TuningRule lab = rule("Lab", is(Field.TITLE, "suspicious*"));
        assertThat(new AlertTuning(lab, POLICY).matches(alert(PC1, TOOL))).isTrue();
        assertThat(new AlertTuning(lab, POLICY).matches(alert(PC1, Entity.Device.named("DC1")))).isFalse();
        assertThat(new AlertTuning(lab, POLICY).matches(alert(TOOL))).as("no device").isFalse();
        TuningRule gone = rule("Gone", is(Field.TITLE, "suspicious*"));
        assertThat(new AlertTuning(gone, POLICY).matches(alert(PC1))).isFalse();
    }

    @Test
    void aStarThatTheAlertSaysIsAStar() {
        Alert alert = AlertDraft.alert("a1").title("* by *").serviceSource("x").evidence(List.of()).made();
        TuningCondition title = AlertTuning.offered(alert).getFirst();
        assertThat(title).isEqualTo(is(Field.TITLE, "[*] by [*]"));
        assertThat(takes(alert, title)).isTrue();
        Alert other = AlertDraft.alert("a2").title("Ransomware by night").serviceSource("x").evidence(List.of()).made();
        assertThat(takes(other, title)).isFalse();
        Alert bare = AlertDraft.alert("a3").title("**").serviceSource("x").evidence(List.of()).made();
        assertThat(takes(bare, AlertTuning.offered(bare).getFirst())).isTrue();
        assertThat(takes(other, AlertTuning.offered(bare).getFirst())).isFalse();
    }

    @Test
    void aRuleWithoutConditionsTakesNothing() {
        assertThat(takes(alert(PC1, TOOL))).isFalse();
        assertThat(is(Field.TITLE, " * ").says()).isFalse();
        assertThat(is(Field.TITLE).says()).isFalse();
        assertThat(is(Field.TITLE, "a*").says()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, ABC, true",
        "a*c, abbc, true",
        "a*c, ac, true",
        "a*c, acb, false",
        "*b*, abc, true",
        "a*a, a, false",
        "ab*bc, abc, false",
        "a**c, abc, true",
        "*ab*ba*, xabxbax, true",
        "*ab*ba*, xaba, false",
        "a.c, abc, false",
        "a[*]c, a*c, true",
        "a[*]c, abc, false",
        "a[*]*c, a*bc, true",
        "*[[*]]*, x[*]y, true",
        "*[[*]]*, x*y, false",
        "c:\\tools\\*, c:\\tools\\x.exe, true"
    })
    void aStarIsAnyTextAndNothingElseIsSpecial(String pattern, String text, boolean fits) {
        assertThat(Wildcard.of(pattern).matches(text.toLowerCase(java.util.Locale.ROOT))).isEqualTo(fits);
    }

    /// What is offered from an alert makes a rule that takes this alert.
    @ParameterizedTest
    @EnumSource(Field.class)
    void whatIsOfferedTakesTheAlertItCameFrom(Field field) {
        Alert alert =
                AlertDraft.alert("a1")
                        .title("Odd * sign-in\u202E")
                        .serviceSource("microsoftDefenderForEndpoint")
                        .detectionSource("antivirus")
                        .evidence(
                                Stream.of(
                                                PC1,
                                                TOOL,
                                                RUN,
                                                Entity.IpAddress.of("10.0.0.9"),
                                                new Entity.Url("https://a.example/?q=*"),
                                                Entity.User.ofUpn("ann@corp.example"))
                                        .map(Evidence::of)
                                        .toList())
                        .made();
        List<TuningCondition> offered = AlertTuning.offered(alert).stream().filter(c -> c.field() == field).toList();
        assertThat(offered).isNotEmpty().allMatch(c -> c.values().size() == 1).doesNotHaveDuplicates();
        assertThat(takes(alert, TuningCondition.joined(offered).toArray(TuningCondition[]::new))).isTrue();
    }

    @Test
    void theFirstRuleThatIsOnTakesTheAlertAndNoInvestigationStarts() {
        Alert alert = alert(PC1, TOOL);
        TuningRule wide = rule("", is(Field.TITLE, "suspicious*"));
        Policy off = POLICY.withTuning(List.of(wide.switched(false)));
        assertThat(AlertTuning.rule(alert, off)).isEmpty();
        Policy on = POLICY.withTuning(List.of(wide));
        assertThat(AlertTuning.rule(alert, on)).contains(wide);
        assertThat(AlertRouting.decide(alert, on))
                .isInstanceOfSatisfying(
                        AlertRouting.Decline.class,
                        no -> {
                            assertThat(no.state()).isEqualTo(dupin.model.InvestigationState.SUPPRESSED_ALERT);
                            assertThat(no.reason()).contains("Our scanner");
                        });
    }

    @Test
    void whatARuleDidIsFoldedAndTakenBack() {
        var story = new Story();
        Alert alert = alert(PC1, TOOL);
        story.add(new Entry.AlertReceived(alert));
        story.add(new Entry.AlertLinked("a1", "I", List.of()));
        TuningRule rule = rule("", is(Field.FILE_HASH, SHA));
        story.all(TuningFold.entries(story.state, alert, rule));
        var row = AlertRows.of(story.state, "a1").orElseThrow();
        assertThat(row.status()).isEqualTo("resolved");
        assertThat(row.open()).isFalse();
        assertThat(row.classification()).isEqualTo(Classification.INFORMATIONAL.word());
        assertThat(row.determination()).isEqualTo("lineOfBusinessApplication");
        assertThat(TuningFold.of(story.state, "a1"))
                .hasValueSatisfying(by -> {
                    assertThat(by.rule()).isEqualTo("Our scanner");
                    assertThat(by.effect()).isEqualTo(TuningRule.Effect.RESOLVE);
                });
        assertThat(story.state.log("I")).anyMatch(line -> line.comments().equals("Tuning rule \"Our scanner\". known"));
        assertThat(story.state.alertLog("a1"))
                .singleElement()
                .satisfies(line -> assertThat(line.action()).startsWith("Alert resolved by a tuning rule: "));
        assertThat(story.state.incident("I").orElseThrow().status()).isEqualTo(dupin.model.Incident.Status.RESOLVED);
        assertThat(TuningFold.entries(story.state, alert, rule)).as("taken once").isEmpty();

        // Another export of the alert does not bring it back, a copy of the fold knows it as well.
        story.add(new Entry.AlertReceived(alert));
        assertThat(story.state.copy().alertStatus("a1")).isEqualTo("resolved");
        assertThat(TuningFold.byRule(story.state.copy())).containsExactly(java.util.Map.entry("r1", List.of("a1")));

        story.all(TuningFold.back(story.state, "a1").stream().toList());
        row = AlertRows.of(story.state, "a1").orElseThrow();
        assertThat(row.status()).isEqualTo("new");
        assertThat(row.tuned()).isNull();
        assertThat(row.classification()).isEqualTo(alert.classification());
        assertThat(TuningFold.back(story.state, "a1")).isEmpty();
        assertThat(story.state.refusals()).isEmpty();
        assertThat(story.state.incident("I").orElseThrow().status()).isEqualTo(dupin.model.Incident.Status.ACTIVE);
    }

    @Test
    void whoeverSetsTheStatusTakesTheAlertOutOfTheRulesHands() {
        var story = new Story();
        Alert alert = alert(PC1, TOOL);
        story.add(new Entry.AlertReceived(alert));
        story.add(new Entry.AlertLinked("a1", "I", List.of()));
        TuningRule hide =
                new TuningRule(
                        "r2",
                        "Noise",
                        true,
                        List.of(is(Field.TITLE, "suspicious*")),
                        "",
                        TuningRule.Effect.HIDE,
                        Classification.NOT_SET,
                        "",
                        "",
                        "ann",
                        null);
        story.all(TuningFold.entries(story.state, alert, hide));
        assertThat(story.state.alertStatus("a1")).isEqualTo("hidden");
        assertThat(AlertQueue.holds(story.state, "a1")).isFalse();
        story.add(new Entry.AlertManaged("a1", List.of(new Entry.Change("assignedTo", "", "ann"))));
        assertThat(TuningFold.of(story.state, "a1")).isPresent();
        story.add(new Entry.AlertManaged("a1", List.of(new Entry.Change("status", "Hidden", "In progress"))));
        assertThat(TuningFold.of(story.state, "a1")).isEmpty();
        assertThat(AlertQueue.holds(story.state, "a1")).isTrue();
    }
}
