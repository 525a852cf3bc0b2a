package dupin.model.policy;

import dupin.model.ActionType;
import java.util.List;

/// What a decision on an action needs besides a person's word.
///
/// @param proposerMayNotApprove who asked for it, began the investigation by hand or gave the verdict does not approve it
/// @param quorums kinds of action that need several persons
public record ApprovalRules(
        boolean commentOnApprove,
        boolean commentOnReject,
        boolean commentOnUndo,
        boolean proposerMayNotApprove,
        List<Quorum> quorums) {
    public static final ApprovalRules NONE = new ApprovalRules(false, false, false, false, List.of());

    public ApprovalRules {
        quorums = List.copyOf(quorums);
    }

    /// @param approvals how many persons must approve before the action runs
    public record Quorum(ActionType type, int approvals) {}

    /// How many persons must approve an action of the kind; 1 where no quorum is set.
    public int approvals(ActionType type) {
        return quorums.stream().filter(q -> q.type() == type).mapToInt(Quorum::approvals).max().orElse(1);
    }

    public ApprovalRules withComments(boolean approve, boolean reject, boolean undo) {
        return new ApprovalRules(approve, reject, undo, proposerMayNotApprove, quorums);
    }

    public ApprovalRules withOthersOnly(boolean othersOnly) {
        return new ApprovalRules(commentOnApprove, commentOnReject, commentOnUndo, othersOnly, quorums);
    }

    public ApprovalRules withQuorums(List<Quorum> list) {
        return new ApprovalRules(commentOnApprove, commentOnReject, commentOnUndo, proposerMayNotApprove, list);
    }
}
