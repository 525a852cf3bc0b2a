package dupin.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.CaseState;
import dupin.intake.Content;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.AutomationLevel;
import dupin.model.BlastRadius;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.JournalEntry;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Severity;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.model.policy.Happened;
import dupin.model.policy.Outcome;
import dupin.model.policy.WhatIfReport;
import dupin.model.policy.WhatIfRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Content CONTENT = Content.shipped();
    private final CaseState state = new CaseState(CONTENT.weights());
    private long seq;

    private void add(Entry entry) {
        add(entry, Duration.ZERO);
    }

    private void add(Entry entry, Duration after) {
        state.apply(new JournalEntry(seq, START.plus(after), "ann", entry, "", "hash" + seq));
        seq++;
    }

    private static Policy level(AutomationLevel level) {
        return CONTENT.policy()
                .withDeviceGroups(
                        List.of(new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, level, "", List.of())));
    }

    private static Entity.File file(int number) {
        return Entity.File.of("D:\\data\\" + number + ".exe", "", "pc1");
    }

    private static RemediationAction action(int number, ActionState as, boolean automatic) {
        return new RemediationAction(
                "ACT-" + number,
                "INV",
                "I",
                ActionType.QUARANTINE_FILE,
                file(number),
                Entity.Device.named("pc1").key(),
                Verdict.MALICIOUS,
                as,
                automatic,
                "reason",
                "policy",
                "digest",
                "undo",
                BlastRadius.NONE,
                automatic ? RemediationAction.AUTOMATION : "",
                "",
                "",
                false,
                START,
                null,
                null,
                null,
                null);
    }

    private void judged(int number, int weight) {
        Entity entity = file(number);
        add(
                new Entry.FindingRecorded(
                        "INV",
                        new Finding(
                                "f" + number,
                                "test",
                                entity.key(),
                                "provider.malicious",
                                weight,
                                "f" + number,
                                "Seen.",
                                List.of(),
                                Technique.NONE)));
        int prior = CONTENT.weights().of("prior.file");
        add(new Entry.VerdictReached("INV", entity, Verdict.MALICIOUS, prior, prior + weight, List.of()));
    }

    /// 0 approved after two hours, 1 rejected, 2 ran by itself, 3 ran and was undone, 4 judged and never proposed.
    @BeforeEach
    void story() {
        add(new Entry.PolicyChanged(level(AutomationLevel.SEMI_ANY), List.of(), ""));
        add(new Entry.AlertReceived(alert()));
        add(new Entry.IncidentOpened("I", "Story"));
        add(new Entry.AlertLinked("a", "I", List.of()));
        add(new Entry.InvestigationQueued("INV", "I", "a", "Story", "general", 1, List.of()));
        add(new Entry.InvestigationStarted("INV"));
        for (int i = 0; i < 5; i++) {
            judged(i, 60);
        }
        add(new Entry.ActionProposed(action(0, ActionState.PENDING, false)));
        add(new Entry.ActionApproved("ACT-0", "yes"), Duration.ofHours(2));
        add(new Entry.ActionStarted("ACT-0"));
        add(new Entry.ActionFinished("ACT-0", true, true, "Done."));
        add(new Entry.ActionProposed(action(1, ActionState.PENDING, false)));
        add(new Entry.ActionRejected("ACT-1", "no"), Duration.ofHours(4));
        for (int i = 2; i < 4; i++) {
            add(new Entry.ActionProposed(action(i, ActionState.QUEUED, true)));
            add(new Entry.ActionStarted("ACT-" + i));
            add(new Entry.ActionFinished("ACT-" + i, true, true, "Done."));
        }
        add(new Entry.UndoStarted("ACT-3", "wrong"));
        add(new Entry.UndoFinished("ACT-3", true, true, "Restored."));
    }

    private static Alert alert() {
        return AlertDraft.alert("a")
                .title("Malware was detected")
                .severity(Severity.HIGH)
                .category("Malware")
                .at(START)
                .evidence(List.of(Evidence.of(Entity.Device.named("pc1")), Evidence.of(file(0))))
                .made();
    }

    private WhatIfReport trial(Policy draft) {
        return WhatIf.run(state, draft, CONTENT.weights(), START);
    }

    private static WhatIfRow row(WhatIfReport report, String id) {
        return report.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theCurrentPolicyAsDraftChangesNothing() {
        for (AutomationLevel level : AutomationLevel.values()) {
            Policy policy =
                    level(level)
                            .withIndicators(List.of(new Indicator(file(2).key(), Indicator.Action.ALLOW, "ours")))
                            .withLimits(7, 1, 2, false, true);
            add(new Entry.PolicyChanged(policy, List.of(), ""));
            WhatIfReport report = trial(policy);
            assertThat(report.rows()).isEmpty();
            assertThat(report.now()).isEqualTo(report.draft());
            assertThat(report.saved()).isZero();
            assertThat(report.added()).isZero();
            assertThat(report.harmAvoided() + report.harmRisked()).isZero();
            assertThat(report.happened().values().stream().mapToInt(n -> n).sum()).isEqualTo(4);
        }
    }

    @Test
    void aLooserDraftSavesTimeAndRisksWhatPeopleRefused() {
        WhatIfReport report = trial(level(AutomationLevel.FULL));
        assertThat(report.now()).containsEntry(Outcome.ASKS, 4);
        assertThat(report.draft()).containsEntry(Outcome.RUNS, 4);
        assertThat(report.saved()).isEqualTo(Duration.ofHours(2));
        assertThat(report.harmRisked()).as("the rejected one and the undone one").isEqualTo(2);
        assertThat(report.happened())
                .containsEntry(Happened.RAN, 2)
                .containsEntry(Happened.APPROVED, 1)
                .containsEntry(Happened.REJECTED, 1);
        assertThat(List.copyOf(report.happened().keySet())).as("in one order everywhere").isSorted();
        assertThat(report.rows().getFirst().id()).as("harm first").isIn("ACT-1", "ACT-3");
    }

    @Test
    void aStricterDraftAvoidsHarmAndCostsTime() {
        add(new Entry.PolicyChanged(level(AutomationLevel.FULL), List.of(), ""));
        WhatIfReport report = trial(level(AutomationLevel.SEMI_ANY));
        assertThat(report.harmAvoided()).as("the undone one").isEqualTo(1);
        assertThat(report.harmRisked()).isZero();
        assertThat(report.added())
                .as("one that was right, at the median of the decisions")
                .isEqualTo(Duration.ofHours(4));
        assertThat(row(report, "ACT-3").undone()).isTrue();
    }

    @Test
    void aFalsePositiveCountsAsHarm() {
        add(new Entry.PolicyChanged(level(AutomationLevel.FULL), List.of(), ""));
        add(new Entry.IncidentManaged("I", List.of(new Entry.Change("classification", "", "falsePositive"))));
        assertThat(trial(level(AutomationLevel.SEMI_ANY)).harmAvoided()).isEqualTo(2);
    }

    @Test
    void whatNobodyProtectsIsLeftAloneAndComesBack() {
        WhatIfReport report = trial(level(AutomationLevel.NOT_PROTECTED));
        assertThat(row(report, "a").draft()).as("the alert starts nothing").isEqualTo(Outcome.NOTHING);
        assertThat(report.draft()).containsEntry(Outcome.NOTHING, 4);

        add(new Entry.PolicyChanged(level(AutomationLevel.NOT_PROTECTED), List.of(), ""));
        WhatIfReport back = trial(level(AutomationLevel.SEMI_ANY));
        assertThat(row(back, "a").draft()).isEqualTo(Outcome.RUNS);
        assertThat(back.rows().stream().filter(r -> r.kind() == WhatIfRow.Kind.EVIDENCE).map(WhatIfRow::what))
                .as("judged and never proposed")
                .containsExactly("File " + file(4).label());
    }

    @Test
    void aPlainBlockAsksWhereBlockAndRemediateRuns() {
        Policy blind = level(AutomationLevel.FULL).withLimits(7, 20, 10, false, true);
        var block = new Indicator(file(0).key(), Indicator.Action.BLOCK, "");
        var remediate = new Indicator(file(0).key(), Indicator.Action.BLOCK_AND_REMEDIATE, "");
        add(new Entry.PolicyChanged(blind.withIndicators(List.of(block)), List.of(), ""));
        WhatIfRow row = row(trial(blind.withIndicators(List.of(remediate))), "ACT-0");
        assertThat(row.now()).isEqualTo(Outcome.ASKS);
        assertThat(row.nowReason()).contains("not to remediate");
        assertThat(row.draft()).isEqualTo(Outcome.RUNS);
    }

    @Test
    void indicatorsExclusionsAndTheBreakerCount() {
        Policy allowed =
                level(AutomationLevel.SEMI_ANY)
                        .withIndicators(List.of(new Indicator(file(0).key(), Indicator.Action.ALLOW, "ours")));
        assertThat(trial(allowed).rows()).hasSize(1);
        assertThat(row(trial(allowed), "ACT-0").draft()).isEqualTo(Outcome.NOTHING);
        Policy policy = level(AutomationLevel.SEMI_ANY);
        assertThat(trial(policy.withLimits(7, 20, 10, false, true)).rows()).as("only the provider spoke").hasSize(4);
        assertThat(
                        trial(policy.withFolders(policy.coreFolders(), policy.tempFolders(), List.of("D:\\data\\*")))
                                .draft())
                .containsEntry(Outcome.NOTHING, 4);
        assertThat(trial(level(AutomationLevel.FULL).withLimits(7, 3, 10, false, false)).draft())
                .as("what the breaker holds back is asked about")
                .containsEntry(Outcome.RUNS, 3)
                .containsEntry(Outcome.ASKS, 1);
        assertThat(trial(level(AutomationLevel.FULL).withLimits(7, 3, 10, true, false)).rows()).as("stopped").isEmpty();
    }

    @Test
    void whatAPersonAskedForWaitsUnderEveryLevelAndSavesNoTime() {
        add(new Entry.ActionProposed(action(4, ActionState.PENDING, false).requested("ann", Map.of())));
        add(new Entry.ActionApproved("ACT-4", "yes"), Duration.ofHours(9));
        WhatIfReport report = trial(level(AutomationLevel.FULL));
        assertThat(report.rows()).noneMatch(row -> row.id().equals("ACT-4"));
        assertThat(report.draft()).containsEntry(Outcome.RUNS, 4).containsEntry(Outcome.ASKS, 1);
        assertThat(report.saved()).as("only what would have run").isEqualTo(Duration.ofHours(2));
        Policy policy = level(AutomationLevel.FULL);
        assertThat(row(trial(policy.withNeverTouch(List.of(file(4).key()))), "ACT-4").draft())
                .isEqualTo(Outcome.NOTHING);
    }
}
