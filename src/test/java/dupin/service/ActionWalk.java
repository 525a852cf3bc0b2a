package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.CaseState;
import dupin.engine.Transitions;
import dupin.intake.Content;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.BlastRadius;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// One random story of actions: people decide, hands work, the process dies, the clock jumps, policy and evidence change.
/// After each step the case is held against a model that knows no journal and no table.
final class ActionWalk {
    private static final Instant START = Instant.parse("2026-11-19T08:00:00Z");
    private static final Entity.File FILE = Entity.File.of("C:\\Users\\ann\\a.exe", "", "PC1");
    private static final EntityKey PC1 = Entity.Device.named("PC1").key();
    private static final List<String> IDS = List.of("A", "B", "C", "D");
    private static final List<Duration> JUMPS =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(4));

    private final Random random;
    private final MemoryCase live;
    private final WalkEstate estate;
    private final WalkModel model = new WalkModel();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final Policy shipped;
    private ActionCenter actions;
    private int evidence;

    ActionWalk(long seed, CaseState blank, Policy policy) {
        random = new Random(seed);
        live = new MemoryCase(blank, START);
        estate = new WalkEstate(random, model);
        shipped = policy;
        actions = new ActionCenter(live, estate, work::add);
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.PolicyChanged(policy, List.of(), ""),
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()),
                new Entry.InvestigationStarted("INV"),
                found(40),
                new Entry.VerdictReached("INV", FILE, Verdict.MALICIOUS, -20, 20, List.of()));
    }

    /// Alert policies say nothing about actions, and every story writes the policy down several times.
    static Policy policy() {
        Policy policy = Content.shipped().policy().withAlertPolicies(List.of());
        return policy.withDeviceGroups(policy.deviceGroups().stream().map(ActionWalk::full).toList());
    }

    private static DeviceGroup full(DeviceGroup group) {
        return new DeviceGroup(group.name(), group.rank(), AutomationLevel.FULL, group.description(), group.rules());
    }

    /// How often each state was seen, over all steps.
    Map<ActionState, Integer> run(int steps) {
        var seen = new EnumMap<ActionState, Integer>(ActionState.class);
        for (int i = 0; i < steps; i++) {
            step();
            compare();
            live.read(CaseState::actions).forEach(a -> seen.merge(a.state(), 1, Integer::sum));
        }
        rest();
        return seen;
    }

    private void step() {
        String id = IDS.get(random.nextInt(IDS.size()));
        switch (random.nextInt(16)) {
            case 0, 1 -> propose(id);
            case 2, 3 -> decide(id, Wish.Kind.APPROVE);
            case 4 -> decide(id, Wish.Kind.REJECT);
            case 5 -> decide(id, Wish.Kind.CANCEL);
            case 6 -> decide(id, Wish.Kind.UNDO);
            case 7, 8, 9, 10 -> hand();
            case 11 -> restart();
            case 12 -> live.jump(JUMPS.get(random.nextInt(JUMPS.size())));
            case 13 -> {
                actions.tick();
                model.expired(live.read(CaseState::actions));
            }
            case 14 -> hold(random.nextInt(4), random.nextInt(3) == 0);
            default -> live.commit(RemediationAction.AUTOMATION, found(random.nextInt(3) == 0 ? -30 : 3));
        }
    }

    private void hold(int limit, boolean stopped) {
        live.commit("ann", new Entry.PolicyChanged(shipped.withLimits(7, limit, 10, stopped, false), List.of(), ""));
        model.nothingByItself(stopped || limit == 0);
    }

    private void propose(String id) {
        boolean automatic = random.nextBoolean();
        RemediationAction fresh = proposal(id, automatic, "digest " + random.nextInt(3));
        boolean taken =
                live.decide(
                        RemediationAction.AUTOMATION,
                        state -> {
                            boolean legal =
                                    Transitions.refuse(state.action(id).orElse(null), new Entry.ActionProposed(fresh))
                                            .isEmpty();
                            return new LiveCase.Decision<>(
                                    legal ? List.of(new Entry.ActionProposed(fresh)) : List.of(), Map.of(), legal);
                        });
        assertThat(taken).as("proposal of " + id).isEqualTo(model.propose(id, automatic, fresh.evidenceDigest()));
        if (taken && automatic) {
            actions.carryOn(id);
        }
    }

    private void decide(String id, Wish.Kind kind) {
        List<ItemResult> results =
                switch (kind) {
                    case APPROVE -> actions.approve(List.of(id), "ann", "");
                    case REJECT -> actions.reject(List.of(id), "ann", "");
                    case CANCEL -> actions.cancel(List.of(id), "ann", "");
                    case UNDO -> actions.undo(List.of(id), "ann", "");
                };
        assertThat(results).hasSize(1);
        boolean skipped = live.read(s -> s.action(id)).filter(a -> a.state() == ActionState.SKIPPED).isPresent();
        model.decided(id, kind, results.getFirst().done(), skipped && kind == Wish.Kind.APPROVE);
    }

    /// One hand does one piece of work; the process may die in the middle of it.
    private void hand() {
        Runnable job = work.poll();
        if (job != null) {
            try {
                job.run();
            } catch (WalkEstate.Crash _) {
                restart();
            }
        }
    }

    private void restart() {
        List<RemediationAction> before = live.read(CaseState::actions);
        work.clear();
        live.restart();
        assertThat(live.read(CaseState::actions)).as("the journal tells all").isEqualTo(before);
        actions = new ActionCenter(live, estate, work::add);
        actions.tick();
        model.expired(live.read(CaseState::actions));
    }

    private void compare() {
        live.read(state -> {
            assertThat(state.refusals()).as("no entry was written that the table forbids").isEmpty();
            for (RemediationAction action : state.actions()) {
                model.compare(action);
            }
            return true;
        });
    }

    /// Faults end and time passes: what was wanted comes to an end that somebody can read.
    private void rest() {
        estate.healthy();
        hold(1000, false);
        for (int round = 0; round < 4; round++) {
            actions.tick();
            while (!work.isEmpty()) {
                hand();
            }
            model.expired(live.read(CaseState::actions));
            compare();
        }
        for (RemediationAction action : live.read(CaseState::actions)) {
            assertThat(action.state().underWay() || action.state() == ActionState.UNDOING)
                    .as("%s still %s", action.id(), action.state())
                    .isFalse();
            if (action.state() == ActionState.COMPLETED && action.verified()) {
                assertThat(estate.holds(action.id())).as("%s is in effect", action.id()).isTrue();
            }
            if (action.state() == ActionState.UNDONE) {
                assertThat(estate.holds(action.id())).as("%s is undone", action.id()).isFalse();
            }
        }
        assertThat(live.folded().actions()).isEqualTo(live.read(CaseState::actions));
    }

    private Entry found(int weight) {
        String id = "f" + evidence++;
        return new Entry.FindingRecorded(
                "INV", new Finding(id, "Test", FILE.key(), "test", weight, id, "Saw " + id, List.of(), Technique.NONE));
    }

    /// A and B have the same effect, C another one, D has no undo.
    private RemediationAction proposal(String id, boolean automatic, String digest) {
        ActionType type =
                switch (id) {
                    case "A", "B" -> ActionType.QUARANTINE_FILE;
                    case "C" -> ActionType.DISABLE_USER;
                    default -> ActionType.REVOKE_SESSIONS;
                };
        return new RemediationAction(
                id,
                "INV",
                "I",
                type,
                FILE,
                PC1,
                Verdict.MALICIOUS,
                automatic ? ActionState.APPROVED : ActionState.PENDING,
                automatic,
                "reason",
                "policy",
                digest,
                "undo",
                BlastRadius.NONE,
                "",
                "",
                "",
                false,
                live.instant(),
                live.instant().plus(Duration.ofDays(7)),
                null,
                null,
                null);
    }

    Optional<RemediationAction> action(String id) {
        return live.read(state -> state.action(id));
    }
}
