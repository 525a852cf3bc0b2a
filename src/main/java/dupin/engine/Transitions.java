package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Legal moves of a remediation action, as one table: what does not stand in it does not happen. The service asks before
/// it writes; the fold asks again and ignores (and reports) what is not legal, so that no entry can make an action run
/// twice or without a decision. Each move is one journal entry. Stateless.
public final class Transitions {
    private Transitions() {}

    /// What may happen to an action; one journal entry each.
    public enum Event {
        PROPOSED("proposed, waits for a person"),
        PROPOSED_AUTOMATIC("proposed, policy lets it run"),
        APPROVED("approved"),
        ENDORSED("approved by one of several who must"),
        REJECTED("rejected"),
        EXPIRED("nobody decided in time"),
        SKIPPED("forbidden or needless"),
        VOIDED("what the decision rests on has changed"),
        QUEUED("handed to a responder"),
        CANCELLED("called off"),
        STARTED("responder called"),
        EXECUTED("responder says done"),
        COMPLETED("done, and read back"),
        FAILED("not done, or not seen when read back"),
        TIMED_OUT("retry window over"),
        UNDO("undo asked for"),
        UNDONE("undone"),
        UNDO_FAILED("undo failed");

        private final String label;

        Event(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// When a move is legal beyond its states.
    public enum Guard {
        NONE(""),
        OTHER_EVIDENCE("only on other evidence"),
        UNDOABLE("only where an undo exists");

        private final String label;

        Guard(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// One row of the table.
    ///
    /// @param from null for an action that the case does not know yet
    public record Move(@Nullable ActionState from, Event event, ActionState to, Guard guard) {}

    private static final List<Move> TABLE =
            List.of(
                    move(null, Event.PROPOSED, ActionState.PENDING),
                    move(null, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.PENDING, Event.APPROVED, ActionState.APPROVED),
                    move(ActionState.PENDING, Event.ENDORSED, ActionState.PENDING),
                    move(ActionState.PENDING, Event.REJECTED, ActionState.DECLINED),
                    move(ActionState.PENDING, Event.EXPIRED, ActionState.EXPIRED),
                    move(ActionState.PENDING, Event.SKIPPED, ActionState.SKIPPED),
                    onOther(ActionState.PENDING, Event.PROPOSED, ActionState.PENDING),
                    onOther(ActionState.PENDING, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.APPROVED, Event.QUEUED, ActionState.QUEUED),
                    move(ActionState.APPROVED, Event.STARTED, ActionState.RUNNING),
                    move(ActionState.APPROVED, Event.CANCELLED, ActionState.CANCELLED),
                    move(ActionState.APPROVED, Event.REJECTED, ActionState.DECLINED),
                    move(ActionState.APPROVED, Event.SKIPPED, ActionState.SKIPPED),
                    move(ActionState.APPROVED, Event.VOIDED, ActionState.PENDING),
                    move(ActionState.QUEUED, Event.STARTED, ActionState.RUNNING),
                    move(ActionState.QUEUED, Event.CANCELLED, ActionState.CANCELLED),
                    move(ActionState.QUEUED, Event.REJECTED, ActionState.DECLINED),
                    move(ActionState.QUEUED, Event.SKIPPED, ActionState.SKIPPED),
                    move(ActionState.QUEUED, Event.VOIDED, ActionState.PENDING),
                    move(ActionState.RUNNING, Event.EXECUTED, ActionState.VERIFYING),
                    // Nothing to read back, as when the scope widens.
                    move(ActionState.RUNNING, Event.COMPLETED, ActionState.COMPLETED),
                    move(ActionState.RUNNING, Event.FAILED, ActionState.FAILED),
                    move(ActionState.RUNNING, Event.TIMED_OUT, ActionState.TIMED_OUT),
                    move(ActionState.VERIFYING, Event.COMPLETED, ActionState.COMPLETED),
                    move(ActionState.VERIFYING, Event.FAILED, ActionState.FAILED),
                    move(ActionState.VERIFYING, Event.TIMED_OUT, ActionState.TIMED_OUT),
                    new Move(ActionState.COMPLETED, Event.UNDO, ActionState.UNDOING, Guard.UNDOABLE),
                    // A failed action may be tried again by a person's word.
                    move(ActionState.FAILED, Event.APPROVED, ActionState.APPROVED),
                    move(ActionState.FAILED, Event.PROPOSED, ActionState.PENDING),
                    move(ActionState.FAILED, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.TIMED_OUT, Event.APPROVED, ActionState.APPROVED),
                    move(ActionState.TIMED_OUT, Event.PROPOSED, ActionState.PENDING),
                    move(ActionState.TIMED_OUT, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    onOther(ActionState.CANCELLED, Event.PROPOSED, ActionState.PENDING),
                    onOther(ActionState.CANCELLED, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.SKIPPED, Event.PROPOSED, ActionState.PENDING),
                    move(ActionState.SKIPPED, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    onOther(ActionState.DECLINED, Event.PROPOSED, ActionState.PENDING),
                    onOther(ActionState.DECLINED, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.EXPIRED, Event.PROPOSED, ActionState.PENDING),
                    move(ActionState.EXPIRED, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED),
                    move(ActionState.UNDOING, Event.UNDONE, ActionState.UNDONE),
                    // An undo that failed leaves the action's effect in place.
                    move(ActionState.UNDOING, Event.UNDO_FAILED, ActionState.COMPLETED),
                    onOther(ActionState.UNDONE, Event.PROPOSED, ActionState.PENDING),
                    onOther(ActionState.UNDONE, Event.PROPOSED_AUTOMATIC, ActionState.APPROVED));

    private static Move move(@Nullable ActionState from, Event event, ActionState to) {
        return new Move(from, event, to, Guard.NONE);
    }

    private static Move onOther(ActionState from, Event event, ActionState to) {
        return new Move(from, event, to, Guard.OTHER_EVIDENCE);
    }

    /// All legal moves, by the state that they leave, in the order of the states.
    public static List<Move> table() {
        return TABLE.stream().sorted(Comparator.comparing(m -> m.from() == null ? -1 : m.from().ordinal())).toList();
    }

    /// Where the entry would take the action; empty when the move is not legal or the entry is not about actions.
    public static Optional<ActionState> next(RemediationAction action, Entry entry) {
        Event event = event(entry);
        for (Move move : TABLE) {
            if (move.from() == action.state() && move.event() == event && holds(move.guard(), action, entry)) {
                // A proposal brings its own state with it.
                return Optional.of(entry instanceof Entry.ActionProposed it ? it.action().state() : move.to());
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Guard guard, RemediationAction action, Entry entry) {
        return switch (guard) {
            case NONE -> true;
            case UNDOABLE -> action.type().undoLabel().isPresent();
            case OTHER_EVIDENCE ->
                    entry instanceof Entry.ActionProposed it
                            && !it.action().evidenceDigest().equals(action.evidenceDigest());
        };
    }

    /// What the entry means for its action; null when it is none of the table's events.
    private static @Nullable Event event(Entry entry) {
        return switch (entry) {
            case Entry.ActionProposed it ->
                    switch (it.action().state()) {
                        case PENDING -> Event.PROPOSED;
                        // Journals of earlier versions propose what runs by itself as queued.
                        case APPROVED, QUEUED -> Event.PROPOSED_AUTOMATIC;
                        default -> null;
                    };
            case Entry.ActionApproved _ -> Event.APPROVED;
            case Entry.ActionEndorsed _ -> Event.ENDORSED;
            case Entry.ActionRejected _ -> Event.REJECTED;
            case Entry.ApprovalVoided _ -> Event.VOIDED;
            case Entry.ActionExpired _ -> Event.EXPIRED;
            case Entry.ActionSkipped _ -> Event.SKIPPED;
            case Entry.ActionQueued _ -> Event.QUEUED;
            case Entry.ActionCancelled _ -> Event.CANCELLED;
            case Entry.ActionStarted _ -> Event.STARTED;
            case Entry.ActionExecuted _ -> Event.EXECUTED;
            case Entry.ActionFinished it -> it.completed() ? Event.COMPLETED : Event.FAILED;
            case Entry.ActionTimedOut _ -> Event.TIMED_OUT;
            case Entry.UndoStarted _ -> Event.UNDO;
            case Entry.UndoFinished it -> it.completed() ? Event.UNDONE : Event.UNDO_FAILED;
            default -> null;
        };
    }

    /// Why the entry must not be written; empty when it may. An action that nobody knows refuses everything but its proposal.
    public static Optional<String> refuse(@Nullable RemediationAction action, Entry entry) {
        if (action == null) {
            return entry instanceof Entry.ActionProposed proposed
                    ? refuseFirst(proposed.action())
                    : Optional.of("The action is not known to this case.");
        }
        if (next(action, entry).isPresent()) {
            return Optional.empty();
        }
        String name = action.type().label() + " on " + action.subject();
        if (entry instanceof Entry.UndoStarted && action.type().undoLabel().isEmpty()) {
            return Optional.of(name + " cannot be undone.");
        }
        return Optional.of(name + " is " + action.state().label() + ": it cannot be " + verb(entry) + " now.");
    }

    private static Optional<String> refuseFirst(RemediationAction action) {
        return event(new Entry.ActionProposed(action)) != null
                ? Optional.empty()
                : Optional.of("A new action starts as pending or approved, not as " + action.state().label() + ".");
    }

    /// Whether a proposal with the id of an older one may take its place: once more when it came to nothing; while it waits,
    /// after a person's no or an undo only on other evidence.
    public static boolean mayProposeAgain(RemediationAction old, RemediationAction fresh) {
        return next(old, new Entry.ActionProposed(fresh)).isPresent();
    }

    private static String verb(Entry entry) {
        return switch (entry) {
            case Entry.ActionProposed _ -> "proposed again";
            case Entry.ActionApproved _, Entry.ActionEndorsed _ -> "approved";
            case Entry.ActionRejected _ -> "rejected";
            case Entry.ActionExpired _, Entry.ActionTimedOut _ -> "timed out";
            case Entry.ApprovalVoided _ -> "asked for again";
            case Entry.ActionSkipped _ -> "skipped";
            case Entry.ActionQueued _ -> "queued";
            case Entry.ActionCancelled _ -> "cancelled";
            case Entry.ActionStarted _ -> "started";
            case Entry.ActionExecuted _, Entry.ActionFinished _ -> "finished";
            case Entry.UndoStarted _, Entry.UndoFinished _ -> "undone";
            default -> "changed";
        };
    }
}
