package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dupin.engine.CaseState;
import dupin.intake.Content;
import dupin.respond.Deeds;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.respond.Faults;
import dupin.respond.SimulatedEstate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stop switch and the circuit breaker: what they count, when they let go, and that whatever they hold is written down.
class BrakesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private final MemoryCase live = new MemoryCase(new CaseState(Content.shipped().weights()), START);

    @BeforeEach
    void open() {
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.PolicyChanged(ActionWalk.policy(), List.of(), ""),
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()));
    }

    private void limit(int perHour, boolean stopped) {
        Policy policy = live.read(CaseState::policy).withLimits(7, perHour, 10, stopped, false);
        live.commit("ann", new Entry.PolicyChanged(policy, List.of(), ""));
    }

    private static RemediationAction action(String id, ActionType type, boolean automatic) {
        Entity target =
                type == ActionType.BLOCK_IP
                        ? Entity.IpAddress.of("203.0.113." + id.replaceAll("\\D", ""))
                        : Entity.User.ofUpn(id + "@host.example");
        return Deeds.proposed(id, type, target, automatic, START);
    }

    /// Begins now.
    private void begin(String id, ActionType type, boolean automatic) {
        RemediationAction action = action(id, type, automatic);
        live.commit(RemediationAction.AUTOMATION, new Entry.ActionProposed(action));
        if (!automatic) {
            live.commit("ann", new Entry.ActionApproved(id, ""));
        }
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.ActionQueued(id, SimulatedEstate.NAME),
                new Entry.ActionStarted(id));
        assertThat(live.read(CaseState::refusals)).isEmpty();
    }

    private Brakes now() {
        return live.read(state -> Brakes.of(state, live.instant()));
    }

    @Test
    void eachKindHasAnHourOfItsOwn() {
        limit(2, false);
        begin("a1", ActionType.BLOCK_IP, true);
        live.jump(MINUTE);
        begin("a2", ActionType.BLOCK_IP, true);
        begin("u1", ActionType.DISABLE_USER, true);
        assertThat(now().hold(ActionType.BLOCK_IP)).get().asString().contains("Circuit breaker: 2", "limit 2");
        assertThat(now().hold(ActionType.DISABLE_USER)).as("one of two").isEmpty();
        assertThat(now().hold(ActionType.SOFT_DELETE_MAIL)).as("none so far").isEmpty();
        assertThat(now().kinds())
                .extracting(Brakes.Kind::type, Brakes.Kind::used, Brakes.Kind::tripped)
                .containsExactly(tuple(ActionType.BLOCK_IP, 2, true), tuple(ActionType.DISABLE_USER, 1, false));
        assertThat(now().tripped())
                .singleElement()
                .extracting(Brakes.Kind::frees)
                .isEqualTo(START.plus(MINUTE.multipliedBy(60)));
    }

    @Test
    void itLetsGoWhenTheOldestIsAnHourOld() {
        limit(1, false);
        begin("a1", ActionType.BLOCK_IP, true);
        live.jump(Duration.ofHours(1).minusNanos(1));
        assertThat(now().hold(ActionType.BLOCK_IP)).isPresent();
        live.jump(Duration.ofNanos(1));
        assertThat(now().hold(ActionType.BLOCK_IP)).isEmpty();
        assertThat(now().kinds()).isEmpty();
    }

    @Test
    void whatAPersonApprovedIsNotCounted() {
        limit(1, false);
        begin("a1", ActionType.BLOCK_IP, false);
        assertThat(now().hold(ActionType.BLOCK_IP)).isEmpty();
        assertThat(now().kinds()).isEmpty();
    }

    @Test
    void aLimitOfNoneHoldsEverythingAndTheSwitchSaysSoFirst() {
        limit(0, false);
        assertThat(now().hold(ActionType.BLOCK_IP)).get().asString().contains("Circuit breaker: 0");
        limit(5, true);
        assertThat(now().automationStopped()).isTrue();
        for (ActionType type : ActionType.values()) {
            assertThat(now().hold(type)).contains("Automation is stopped.");
        }
        limit(5, false);
        assertThat(now().hold(ActionType.BLOCK_IP)).isEmpty();
    }

    @Test
    void aHeldActionIsNotDoneIsWrittenDownAndWaitsForAPerson() {
        limit(1, false);
        var work = new ArrayDeque<Runnable>();
        try (var estate = new SimulatedEstate(folder.resolve("estate.ndjson"), live, Faults.NONE)) {
            var actions = new ActionCenter(live, estate, work::add);
            for (String id : List.of("a1", "a2")) {
                live.commit(
                        RemediationAction.AUTOMATION,
                        new Entry.ActionProposed(action(id, ActionType.DISABLE_USER, true)));
                actions.carryOn(id);
                work.forEach(Runnable::run);
                work.clear();
            }
            assertThat(state("a1")).isEqualTo(ActionState.COMPLETED);
            assertThat(state("a2")).isEqualTo(ActionState.PENDING);
            assertThat(estate.isDisabled(Entity.User.ofUpn("a2@host.example").key())).isFalse();
            assertThat(live.journal())
                    .filteredOn(line -> line.entry() instanceof Entry.ApprovalVoided)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.entry().toString()).contains("a2", "Circuit breaker: 1");
                        assertThat(line.actor()).isEqualTo(RemediationAction.AUTOMATION);
                    });
            assertThat(live.read(s -> s.action("a2")).orElseThrow().automatic()).as("no longer by itself").isFalse();

            assertThat(actions.approve(List.of("a2"), "ann", "go on").getFirst().done()).isTrue();
            work.forEach(Runnable::run);
            assertThat(state("a2")).as("a person's word is not held").isEqualTo(ActionState.COMPLETED);
        }
    }

    private ActionState state(String id) {
        return live.read(s -> s.action(id)).orElseThrow().state();
    }
}
