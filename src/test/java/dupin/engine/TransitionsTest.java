package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionsTest {
    private static final Entity FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));

    /// Every legal move, told a second time and otherwise than in the table; what is not listed is illegal.
    private static final Map<ActionState, Set<String>> LEGAL = legal();

    private static Map<ActionState, Set<String>> legal() {
        var map = new EnumMap<ActionState, Set<String>>(ActionState.class);
        map.put(
                ActionState.PENDING,
                Set.of("approve>APPROVED", "reject>DECLINED", "expire>EXPIRED", "skip>SKIPPED", "againOther>PENDING"));
        map.put(
                ActionState.APPROVED,
                Set.of(
                        "queue>QUEUED",
                        "start>RUNNING",
                        "reject>DECLINED",
                        "cancel>CANCELLED",
                        "skip>SKIPPED",
                        "void>PENDING"));
        map.put(
                ActionState.QUEUED,
                Set.of("start>RUNNING", "reject>DECLINED", "cancel>CANCELLED", "skip>SKIPPED", "void>PENDING"));
        map.put(
                ActionState.RUNNING,
                Set.of("execute>VERIFYING", "complete>COMPLETED", "fail>FAILED", "timeOut>TIMED_OUT"));
        map.put(ActionState.VERIFYING, Set.of("complete>COMPLETED", "fail>FAILED", "timeOut>TIMED_OUT"));
        map.put(ActionState.COMPLETED, Set.of("undo>UNDOING"));
        map.put(ActionState.FAILED, Set.of("approve>APPROVED", "again>PENDING", "againOther>PENDING"));
        map.put(ActionState.TIMED_OUT, Set.of("approve>APPROVED", "again>PENDING", "againOther>PENDING"));
        map.put(ActionState.CANCELLED, Set.of("againOther>PENDING"));
        map.put(ActionState.SKIPPED, Set.of("again>PENDING", "againOther>PENDING"));
        map.put(ActionState.DECLINED, Set.of("againOther>PENDING"));
        map.put(ActionState.EXPIRED, Set.of("again>PENDING", "againOther>PENDING"));
        map.put(ActionState.UNDOING, Set.of("undone>UNDONE", "undoFailed>COMPLETED"));
        map.put(ActionState.UNDONE, Set.of("againOther>PENDING"));
        return map;
    }

    private static Map<String, Entry> entries(String id) {
        RemediationAction fresh = Story.action(id, ActionType.QUARANTINE_FILE, FILE);
        RemediationAction other =
                Story.action(id, ActionType.QUARANTINE_FILE, FILE, ActionState.PENDING, "other digest");
        return Map.ofEntries(
                Map.entry("again", new Entry.ActionProposed(fresh)),
                Map.entry("againOther", new Entry.ActionProposed(other)),
                Map.entry("approve", new Entry.ActionApproved(id, "")),
                Map.entry("reject", new Entry.ActionRejected(id, "")),
                Map.entry("expire", new Entry.ActionExpired(id)),
                Map.entry("skip", new Entry.ActionSkipped(id, "gone")),
                Map.entry("void", new Entry.ApprovalVoided(id, "the evidence changed")),
                Map.entry("queue", new Entry.ActionQueued(id, "Simulated estate")),
                Map.entry("cancel", new Entry.ActionCancelled(id, "")),
                Map.entry("execute", new Entry.ActionExecuted(id, "")),
                Map.entry("timeOut", new Entry.ActionTimedOut(id, "")),
                Map.entry("start", new Entry.ActionStarted(id)),
                Map.entry("complete", new Entry.ActionFinished(id, true, true, "")),
                Map.entry("fail", new Entry.ActionFinished(id, false, false, "")),
                Map.entry("undo", new Entry.UndoStarted(id, "")),
                Map.entry("undone", new Entry.UndoFinished(id, true, true, "")),
                Map.entry("undoFailed", new Entry.UndoFinished(id, false, false, "")));
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheListedMovesAreLegal(ActionState from) {
        RemediationAction action = Story.action("A", ActionType.QUARANTINE_FILE, FILE).with(from, "");
        var legal = new ArrayList<String>();
        entries("A")
                .forEach((name, entry) -> {
                    Transitions.next(action, entry).ifPresent(to -> legal.add(name + ">" + to));
                    assertThat(Transitions.refuse(action, entry).isEmpty())
                            .as(from + " " + name)
                            .isEqualTo(Transitions.next(action, entry).isPresent());
                });
        assertThat(legal).containsExactlyInAnyOrderElementsOf(LEGAL.getOrDefault(from, Set.of()));
    }

    @Test
    void theTableHasNoStateWithoutAWayInAndNoMoveTwice() {
        List<Transitions.Move> table = Transitions.table();
        assertThat(table.stream().map(Transitions.Move::to)).contains(ActionState.values());
        assertThat(table.stream().map(m -> m.from() + " " + m.event())).doesNotHaveDuplicates();
        assertThat(table.stream().filter(m -> m.from() == null).map(Transitions.Move::to))
                .containsExactlyInAnyOrder(ActionState.PENDING, ActionState.APPROVED);
        for (ActionState state : ActionState.values()) {
            boolean leaves = table.stream().anyMatch(m -> m.from() == state && m.to() != state);
            assertThat(leaves).as(state + " has a way out").isTrue();
        }
    }

    @Test
    void whatHasNoUndoCannotBeUndone() {
        RemediationAction done = Story.action("A", ActionType.STOP_PROCESS, FILE).with(ActionState.COMPLETED, "");
        assertThat(Transitions.refuse(done, new Entry.UndoStarted("A", "")))
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be undone"));
    }

    @Test
    void anUnknownActionTakesNothingButItsProposal() {
        assertThat(Transitions.refuse(null, new Entry.ActionApproved("A", ""))).isPresent();
        assertThat(
                        Transitions.refuse(
                                null, new Entry.ActionProposed(Story.action("A", ActionType.QUARANTINE_FILE, FILE))))
                .isEmpty();
        RemediationAction done = Story.action("A", ActionType.QUARANTINE_FILE, FILE).with(ActionState.COMPLETED, "");
        assertThat(Transitions.refuse(null, new Entry.ActionProposed(done))).isPresent();
    }

    /// Whatever is thrown at the fold, it moves only along the table, never starts what nobody let run, and reports the rest.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRandomWalkStaysOnTheTable(long seed) {
        var random = new Random(seed);
        Story story = Story.started(Story.alert("a", 0, FILE));
        int refused = 0;
        int moves = 0;
        for (int i = 0; i < 400; i++) {
            String id = "A" + random.nextInt(4);
            List<String> names = entries(id).keySet().stream().sorted().toList();
            String name = names.get(random.nextInt(names.size()));
            var before = story.state.action(id).map(RemediationAction::state);
            String digest = story.state.action(id).map(RemediationAction::evidenceDigest).orElse("");
            Touched touched = story.add(entries(id).get(name));
            var after = story.state.action(id).map(RemediationAction::state);
            boolean first = before.isEmpty() && name.startsWith("again");
            // "Other" evidence is what the action does not rest on yet.
            String row =
                    entries(id).get(name) instanceof Entry.ActionProposed p && !first
                            ? p.action().evidenceDigest().equals(digest) ? "again" : "againOther"
                            : name;
            boolean legal =
                    first
                            || before.filter(state ->
                                            LEGAL.get(state).stream().anyMatch(move -> move.startsWith(row + ">")))
                                    .isPresent();
            if (legal) {
                moves++;
                String move = row + ">" + after.orElseThrow();
                assertThat(first || LEGAL.get(before.orElseThrow()).contains(move)).as(before + " " + move).isTrue();
                assertThat(touched.actions()).containsExactly(id);
            } else {
                refused++;
                assertThat(after).isEqualTo(before);
                assertThat(touched.actions()).isEmpty();
            }
            assertThat(story.state.refusals()).hasSize(refused);
        }
        assertThat(moves).isGreaterThan(40);
        var again = new CaseState(TestWeights.shipped());
        story.journal.forEach(again::apply);
        assertThat(again.actions()).isEqualTo(story.state.actions());
    }
}
