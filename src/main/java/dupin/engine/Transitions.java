package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Legal moves of a remediation action. The service asks before it writes; the fold asks again and ignores (and reports)
/// what is not legal, so that no entry can make an action run twice or without a decision. Stateless.
public final class Transitions {
    private Transitions() {}

    /// Where the entry would take the action; empty when the move is not legal or the entry is not about actions.
    public static Optional<ActionState> next(RemediationAction action, Entry entry) {
        ActionState from = action.state();
        return Optional.ofNullable(
                switch (entry) {
                    case Entry.ActionProposed again -> proposedAgain(action, again.action());
                    // A failed action may be tried again by a person's word.
                    case Entry.ActionApproved _ ->
                            from == ActionState.PENDING || from == ActionState.FAILED ? ActionState.QUEUED : null;
                    case Entry.ActionEndorsed _ -> from == ActionState.PENDING ? ActionState.PENDING : null;
                    case Entry.ActionRejected _ -> waits(from) ? ActionState.DECLINED : null;
                    case Entry.ApprovalVoided _ -> from == ActionState.QUEUED ? ActionState.PENDING : null;
                    case Entry.ActionExpired _ -> from == ActionState.PENDING ? ActionState.EXPIRED : null;
                    case Entry.ActionSkipped _ -> waits(from) ? ActionState.SKIPPED : null;
                    case Entry.ActionStarted _ -> from == ActionState.QUEUED ? ActionState.RUNNING : null;
                    case Entry.ActionFinished done ->
                            from != ActionState.RUNNING
                                    ? null
                                    : done.completed() ? ActionState.COMPLETED : ActionState.FAILED;
                    case Entry.UndoStarted _ ->
                            from == ActionState.COMPLETED && action.type().undoLabel().isPresent()
                                    ? ActionState.UNDOING
                                    : null;
                    // An undo that failed leaves the action's effect in place.
                    case Entry.UndoFinished done ->
                            from != ActionState.UNDOING
                                    ? null
                                    : done.completed() ? ActionState.UNDONE : ActionState.COMPLETED;
                    default -> null;
                });
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
        return waits(action.state())
                ? Optional.empty()
                : Optional.of("A new action starts as pending or queued, not as " + action.state().label() + ".");
    }

    /// Whether a proposal with the id of an older one may take its place.
    public static boolean mayProposeAgain(RemediationAction old, RemediationAction fresh) {
        return proposedAgain(old, fresh) != null;
    }

    /// The same action may be proposed once more when it came to nothing; while it waits, after a person's no or an undo
    /// only on other evidence.
    private static @Nullable ActionState proposedAgain(RemediationAction old, RemediationAction fresh) {
        boolean otherEvidence = !old.evidenceDigest().equals(fresh.evidenceDigest());
        boolean allowed =
                switch (old.state()) {
                    case SKIPPED, FAILED, EXPIRED -> true;
                    case PENDING, DECLINED, UNDONE -> otherEvidence;
                    case QUEUED, RUNNING, UNDOING, COMPLETED -> false;
                };
        return allowed && waits(fresh.state()) ? fresh.state() : null;
    }

    private static boolean waits(ActionState state) {
        return state == ActionState.PENDING || state == ActionState.QUEUED;
    }

    private static String verb(Entry entry) {
        return switch (entry) {
            case Entry.ActionProposed _ -> "proposed again";
            case Entry.ActionApproved _, Entry.ActionEndorsed _ -> "approved";
            case Entry.ActionRejected _ -> "rejected";
            case Entry.ActionExpired _ -> "timed out";
            case Entry.ApprovalVoided _ -> "asked for again";
            case Entry.ActionSkipped _ -> "skipped";
            case Entry.ActionStarted _ -> "started";
            case Entry.ActionFinished _ -> "finished";
            case Entry.UndoStarted _, Entry.UndoFinished _ -> "undone";
            default -> "changed";
        };
    }
}
