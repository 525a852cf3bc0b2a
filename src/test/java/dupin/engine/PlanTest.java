package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Finding;
import dupin.model.InvestigationState;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.LinkRole;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.SparedAction;
import dupin.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Processes of one tree ask for one stop, ended ones for none, and each says so.
class PlanTest {
    private static final Entity.Process SHELL = process(700, 0, "C:\\Users\\ann\\dropper.exe");
    private static final Entity.Process CLEAN = process(710, 10, "C:\\Windows\\System32\\cmd.exe");
    private static final Entity.Process CHILD = process(720, 20, "C:\\Windows\\System32\\vssadmin.exe");
    private static final Entity.Process GRANDCHILD = process(730, 30, "C:\\Users\\ann\\locker.exe");

    private static Entity.Process process(long pid, long seconds, String image) {
        return EngineCase.process("PC1", pid, seconds, image, image);
    }

    private static EngineCase tree() {
        return new EngineCase().started(SHELL, CLEAN).started(CLEAN, CHILD).started(CHILD, GRANDCHILD);
    }

    private static Judged judged(Entity entity, Verdict verdict, Finding... findings) {
        return new Judged(entity, new Ledger(entity.key(), verdict, -20, 15, List.of(findings), List.of(), List.of()));
    }

    private static Plan draft(EngineCase facts, Judged... judged) {
        var request = new RemediationPlanner.PlanRequest("INV", "I", List.of(judged), List.of());
        return RemediationPlanner.draft(
                request,
                EngineCase.policy(),
                TestWeights.shipped(),
                new MemoryFacts(List.of(), facts.events()),
                Story.at(0));
    }

    private static List<EntityKey> keys(Entity... entities) {
        return Arrays.stream(entities).map(Entity::key).sorted().toList();
    }

    @Test
    void aSearchThatStoppedAtItsBoundSaysSo() {
        Entity.File file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        var many = new EngineCase();
        for (int i = 0; i < 2_100; i++) {
            many.event(EventKind.FILE_CREATED, i, Map.of(), new EventLink(LinkRole.TARGET, file));
        }
        assertThat(draft(many, judged(file, Verdict.MALICIOUS)).spared())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo(SparedAction.Why.UNSEEN);
                    assertThat(one.reason()).contains("the first 2,000 of 2,100 rows");
                });
        var few = new EngineCase().event(EventKind.FILE_CREATED, 0, Map.of(), new EventLink(LinkRole.TARGET, file));
        assertThat(draft(few, judged(file, Verdict.MALICIOUS)).spared()).isEmpty();
    }

    @Test
    void stoppingTheRootCoversTheTree() {
        Plan plan =
                draft(
                                tree(),
                                judged(SHELL, Verdict.MALICIOUS),
                                judged(CHILD, Verdict.MALICIOUS),
                                judged(GRANDCHILD, Verdict.SUSPICIOUS))
                        .folded();

        assertThat(plan.actions()).hasSize(1);
        RemediationAction stop = plan.actions().getFirst();
        assertThat(stop.target()).isEqualTo(SHELL);
        assertThat(stop.covered()).isEqualTo(keys(CHILD, GRANDCHILD));
        assertThat(stop.subject()).endsWith("and 2 child processes");
        assertThat(stop.blastRadius().processes()).isEqualTo(3);
        assertThat(stop.blastRadius().text()).contains("3 processes");
        assertThat(plan.spared())
                .extracting(SparedAction::target)
                .containsExactlyInAnyOrder(CHILD.key(), GRANDCHILD.key());
        assertThat(plan.spared())
                .allSatisfy(one -> {
                    assertThat(one.why()).isEqualTo(SparedAction.Why.COVERED);
                    assertThat(one.reason()).contains("dropper.exe (700)");
                });
    }

    @Test
    void aMaliciousChildDoesNotHideUnderASuspiciousParent() {
        Plan plan = draft(tree(), judged(SHELL, Verdict.SUSPICIOUS), judged(CHILD, Verdict.MALICIOUS)).folded();

        assertThat(plan.actions()).extracting(RemediationAction::target).containsExactlyInAnyOrder(SHELL, CHILD);
        assertThat(plan.spared()).isEmpty();
    }

    @Test
    void whatEndedNeedsNoStop() {
        Entity.Process exit =
                new Entity.Process(
                        "PC1",
                        720,
                        null,
                        "",
                        "",
                        EngineCase.file("PC1", CHILD.imageFile().fullPath()),
                        "",
                        0,
                        null,
                        "");
        EngineCase facts =
                tree().started(SHELL, process(730, 90, "C:\\Windows\\System32\\whoami.exe"))
                        .event(
                                EventKind.PROCESS_ENDED,
                                40,
                                Map.of(),
                                EngineCase.link(LinkRole.DEVICE, Entity.Device.named("PC1")),
                                EngineCase.link(LinkRole.TARGET, exit));

        Plan plan =
                draft(
                                facts,
                                judged(SHELL, Verdict.MALICIOUS),
                                judged(CHILD, Verdict.MALICIOUS),
                                judged(GRANDCHILD, Verdict.MALICIOUS))
                        .folded();

        assertThat(plan.actions()).extracting(RemediationAction::target).containsExactly(SHELL);
        assertThat(plan.actions().getFirst().covered()).isEmpty();
        assertThat(plan.spared()).allMatch(one -> one.why() == SparedAction.Why.ENDED);
        assertThat(plan.spared())
                .extracting(SparedAction::reason)
                .containsExactly(
                        "The process ended at 2026-03-02 09:00:40 UTC.",
                        "The process ended before 2026-03-02 09:01:30 UTC, when its process id went to another one.");
    }

    @Test
    void whatMustNotBeTouchedSaysSo() {
        var lsass = process(640, 0, "C:\\Windows\\System32\\lsass.exe");
        Plan plan = draft(new EngineCase(), judged(lsass, Verdict.SUSPICIOUS));

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.spared())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("cannot run without"));
    }

    @Test
    void theFoldShowsWhatIsCoveredAndWhatEnded() {
        Story story = Story.started(Story.alert("a", 0, SHELL));
        story.judge(SHELL, Verdict.MALICIOUS, 20)
                .judge(CHILD, Verdict.MALICIOUS, 20)
                .judge(GRANDCHILD, Verdict.MALICIOUS, 20);
        Plan plan =
                draft(tree(), judged(SHELL, Verdict.MALICIOUS), judged(CHILD, Verdict.MALICIOUS)).inCase(story.state);
        story.propose(plan.actions().getFirst());
        story.add(
                new Entry.ActionsSpared(
                        "INV",
                        List.of(
                                plan.spared().getFirst(),
                                new SparedAction(
                                        ActionType.STOP_PROCESS,
                                        GRANDCHILD.key(),
                                        SparedAction.Why.ENDED,
                                        "The process ended."))));
        story.analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);

        assertThat(story.state.remediation(CHILD.key())).isEqualTo(RemediationStatus.PENDING_APPROVAL);
        assertThat(story.state.remediation(GRANDCHILD.key())).isEqualTo(RemediationStatus.NOT_FOUND);
        assertThat(story.state.spared(CHILD.key()))
                .extracting(SparedAction::why)
                .containsExactly(SparedAction.Why.COVERED);
        assertThat(story.state.log("I"))
                .anySatisfy(line -> assertThat(line.description()).contains("1 process has ended"));

        story.carryOut(plan.actions().getFirst().id(), true);
        assertThat(story.state.remediation(CHILD.key())).isEqualTo(RemediationStatus.REMEDIATED);
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
    }

    @Test
    void aSecondPlanStopsWhatTheFirstDidNotCover() {
        Story story = Story.started(Story.alert("a", 0, SHELL));
        story.judge(SHELL, Verdict.MALICIOUS, 20).judge(CHILD, Verdict.MALICIOUS, 20);
        Plan first =
                draft(tree(), judged(SHELL, Verdict.MALICIOUS), judged(CHILD, Verdict.MALICIOUS)).inCase(story.state);
        RemediationAction root = first.actions().getFirst();
        story.propose(root);
        Plan second =
                draft(
                        tree(),
                        judged(SHELL, Verdict.MALICIOUS),
                        judged(CHILD, Verdict.MALICIOUS),
                        judged(GRANDCHILD, Verdict.MALICIOUS));

        assertThat(second.inCase(story.state).actions())
                .as("while it waits, the same action is asked for with what is known now")
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.id()).isEqualTo(root.id());
                    assertThat(again.covered()).isEqualTo(keys(CHILD, GRANDCHILD));
                });

        story.carryOut(root.id(), true);
        assertThat(second.inCase(story.state).actions())
                .as("what was done does not cover the newcomer")
                .extracting(RemediationAction::target)
                .containsExactly(GRANDCHILD);
    }

    @Test
    void aNoHoldsUntilTheEvidenceIsAnother() {
        Story story = Story.started(Story.alert("a", 0, SHELL)).judge(SHELL, Verdict.MALICIOUS, 20);
        Plan plan = draft(tree(), judged(SHELL, Verdict.MALICIOUS));
        RemediationAction stop = plan.actions().getFirst();
        story.propose(stop).add(new Entry.ActionRejected(stop.id(), "no"));

        Plan same = plan.inCase(story.state);
        assertThat(same.actions()).isEmpty();
        assertThat(same.spared())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo(SparedAction.Why.DECIDED);
                    assertThat(one.reason()).contains("Declined by Automation");
                });

        Plan other = draft(tree(), judged(SHELL, Verdict.MALICIOUS, Story.finding("f", SHELL, 9, "new")));
        assertThat(other.inCase(story.state).actions())
                .extracting(RemediationAction::state)
                .containsExactly(ActionState.PENDING);
    }
}
