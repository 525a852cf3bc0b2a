package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.engine.CaseState;
import dupin.engine.Plan;
import dupin.engine.RemediationPlanner;
import dupin.intake.Content;
import dupin.journal.Journal;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.policy.ApprovalRules;
import dupin.model.Ground;
import dupin.engine.Grounds;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.respond.Faults;
import dupin.respond.SimulatedEstate;
import dupin.store.CaseStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions and hands apart: nothing is carried out before the test says so.
class ActionCenterTest {
    private static final Instant NOW = Instant.parse("2026-11-19T08:00:00Z");
    private static final Entity.File FILE = Entity.File.of("C:\\Users\\ann\\a.exe", "", "PC1");
    private static final EntityKey PC1 = Entity.Device.named("PC1").key();

    @TempDir Path folder;
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private Journal journal;
    private CaseStore store;
    private SimulatedEstate estate;
    private LiveCase live;
    private ActionCenter actions;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        journal = Journal.open(folder.resolve("journal.ndjson"));
        store = CaseStore.open(folder.resolve("store"));
        var state = new CaseState(Content.shipped().weights());
        live = new LiveCase(journal, store, state, new ChangeFeed(), clock);
        Faults faults =
                new Faults() {
                    @Override
                    public Optional<String> failure(RemediationAction action) {
                        return broken.get() ? Optional.of("The device does not answer.") : Optional.empty();
                    }
                };
        estate = new SimulatedEstate(folder.resolve("estate.ndjson"), clock, faults);
        actions = new ActionCenter(live, estate, work::add);
        live.commit(
                "Automation",
                new Entry.PolicyChanged(Content.shipped().policy(), List.of(), ""),
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()),
                new Entry.InvestigationStarted("INV"),
                found("f1", 40),
                new Entry.VerdictReached("INV", FILE, Verdict.MALICIOUS, -20, 20, List.of()));
        var ledger = live.read(s -> s.ledger(FILE.key())).orElseThrow();
        live.commit("Automation", new Entry.ActionProposed(proposal(RemediationPlanner.digest(ledger))));
    }

    @AfterEach
    void close() {
        estate.close();
        store.close();
        journal.close();
    }

    private static Entry found(String id, int weight) {
        return new Entry.FindingRecorded(
                "INV", new Finding(id, "Test", FILE.key(), "test", weight, id, "Saw " + id, List.of(), Technique.NONE));
    }

    private static RemediationAction proposal(String digest) {
        return new RemediationAction(
                "ACT",
                "INV",
                "I",
                ActionType.QUARANTINE_FILE,
                FILE,
                PC1,
                Verdict.MALICIOUS,
                ActionState.PENDING,
                false,
                "reason",
                "policy",
                digest,
                "undo",
                BlastRadius.NONE,
                "",
                "",
                "",
                false,
                NOW,
                NOW.plusSeconds(600),
                null,
                null,
                null);
    }

    private RemediationAction action() {
        return live.read(state -> state.action("ACT")).orElseThrow();
    }

    private void approve() {
        assertThat(actions.approve(List.of("ACT"), "ann", "go")).allMatch(ItemResult::done);
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private List<String> estateLines() throws Exception {
        return Files.readAllLines(folder.resolve("estate.ndjson"));
    }

    @Test
    void nobodyWritesAroundTheRulesOfApproval() {
        Policy policy = live.read(CaseState::policy);
        var rules = ApprovalRules.NONE.withQuorums(List.of(new ApprovalRules.Quorum(ActionType.QUARANTINE_FILE, 2)));
        live.commit(
                "ben", new Entry.PolicyChanged(policy.withApprovals(rules).withVersion(9), List.of(), "two persons"));
        List<Ground> grounds = live.read(state -> Grounds.of(state, action()));
        var approval = new Entry.ActionApproved("ACT", "", Grounds.digest(grounds), grounds);
        long entries = journal.size();

        assertThatThrownBy(() -> live.commit("ann", approval)).hasMessageContaining("2 persons must approve");
        assertThat(journal.size()).isEqualTo(entries);
        assertThat(action().state()).isEqualTo(ActionState.PENDING);

        assertThat(actions.approve(List.of("ACT"), "ann", "one")).allMatch(ItemResult::done);
        assertThatThrownBy(() -> live.commit("ann", approval)).hasMessageContaining("has approved this already");
        assertThat(actions.approve(List.of("ACT"), "cleo", "two")).allMatch(ItemResult::done);
        assertThat(action().state()).isEqualTo(ActionState.QUEUED);
    }

    @Test
    void anotherPolicyVoidsAnApprovalAndSaysTheDifference() {
        approve();
        Policy other = live.read(CaseState::policy).withVersion(live.read(CaseState::policy).version() + 1);
        live.commit("ben", new Entry.PolicyChanged(other, List.of(), "another one"));

        work();

        assertThat(action().state()).isEqualTo(ActionState.PENDING);
        assertThat(action().statusDetails()).contains("the policy is version " + other.version(), "decide again");
        approve();
        work();
        assertThat(action().state()).isEqualTo(ActionState.COMPLETED);
    }

    @Test
    void anApprovalOnUnchangedEvidenceIsCarriedOut() throws Exception {
        approve();
        assertThat(action().approvedOn()).isNotEmpty();
        work();
        assertThat(action().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(estateLines()).hasSize(1);
    }

    @Test
    void newEvidenceVoidsTheApprovalAndAsksAgainInWords() throws Exception {
        approve();
        live.commit("Automation", found("f2", 5));
        work();

        assertThat(estateLines()).isEmpty();
        assertThat(action().state()).isEqualTo(ActionState.PENDING);
        assertThat(action().decidedBy()).isEmpty();
        assertThat(action().statusDetails())
                .contains("now the verdict of a.exe is", "new: \"Saw f2\" (5 dB)", "Nothing was done");

        approve();
        work();
        assertThat(action().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(estateLines()).as("acted once").hasSize(1);
    }

    @Test
    void evidenceThatGoesAwayVoidsTheApprovalToo() throws Exception {
        approve();
        live.commit("Automation", found("f3", -45));
        work();
        assertThat(action().state()).isEqualTo(ActionState.PENDING);
        assertThat(estateLines()).isEmpty();
    }

    @Test
    void whatSeveralApprovedOneTriesAgainOnlyAsItWas() {
        Policy policy = live.read(CaseState::policy);
        var rules = ApprovalRules.NONE.withQuorums(List.of(new ApprovalRules.Quorum(ActionType.QUARANTINE_FILE, 2)));
        live.commit("ben", new Entry.PolicyChanged(policy.withApprovals(rules).withVersion(9), List.of(), "two"));
        broken.set(true);
        for (String name : List.of("ann", "cleo")) {
            assertThat(actions.approve(List.of("ACT"), name, "")).allMatch(ItemResult::done);
        }
        work();
        assertThat(action().state()).isEqualTo(ActionState.FAILED);
        assertThat(actions.approve(List.of("ACT"), "ann", "")).allMatch(ItemResult::done);
        work();
        assertThat(action().state()).as("once more, on the same grounds").isEqualTo(ActionState.FAILED);

        live.commit("Automation", found("f2", 12));
        assertThat(actions.approve(List.of("ACT"), "ann", "").getFirst().message())
                .contains("Several persons must approve", "Saw f2");
        assertThat(action().state()).isEqualTo(ActionState.FAILED);
    }

    @Test
    void aRetryIsAnotherAttemptAtTheEstate() throws Exception {
        broken.set(true);
        approve();
        work();
        assertThat(action().state()).isEqualTo(ActionState.FAILED);

        broken.set(false);
        approve();
        assertThat(action().attemptId()).isEqualTo("ACT#1");
        work();

        assertThat(action().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(estate.isQuarantined(FILE.key(), PC1)).isTrue();
        assertThat(estateLines()).hasSize(2);
        assertThat(estate.execute(action())).as("asked again after a crash").matches(outcome -> outcome.completed());
        assertThat(estateLines()).as("acted once in each attempt").hasSize(2);
        actions.undo(List.of("ACT"), "ann", "");
        work();
        assertThat(action().state()).isEqualTo(ActionState.UNDONE);
        assertThat(estate.isQuarantined(FILE.key(), PC1)).isFalse();
    }

    @Test
    void whatWasUndoneActsAgainWhenItIsAskedForOnOtherEvidence() {
        approve();
        work();
        actions.undo(List.of("ACT"), "ann", "");
        work();
        Plan again = new Plan(List.of(proposal("other")), List.of(), Map.of());
        List<RemediationAction> fresh = live.read(again::inCase).actions();
        assertThat(fresh).hasSize(1);
        live.commit("Automation", new Entry.ActionProposed(fresh.getFirst()));
        approve();
        work();
        assertThat(action().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(estate.isQuarantined(FILE.key(), PC1)).as("a new attempt, not the first outcome").isTrue();
    }
}
