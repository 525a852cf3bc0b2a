package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.Investigation;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.model.policy.ApprovalRules;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the policy asks of a decision on an action besides a person's word: a comment, another person than the proposer,
/// several persons. Asked by the service before it writes. Stateless.
public final class Approvals {
    private Approvals() {}

    /// Why the decision must not be written; empty when it may.
    public static Optional<String> refuse(CaseState state, RemediationAction action, Entry entry, String actor) {
        ApprovalRules rules = state.policy().approvals();
        return switch (entry) {
            case Entry.ActionApproved it ->
                    comment(rules.commentOnApprove(), it.comment(), "approve")
                            .or(() -> proposer(state, action, actor))
                            .or(() -> twice(state, action, actor));
            case Entry.ActionEndorsed it ->
                    comment(rules.commentOnApprove(), it.comment(), "approve")
                            .or(() -> proposer(state, action, actor))
                            .or(() -> twice(state, action, actor));
            // A cancellation is a rejection that comes late.
            case Entry.ActionCancelled it -> comment(rules.commentOnReject(), it.comment(), "cancel");
            case Entry.ActionRejected it -> comment(rules.commentOnReject(), it.comment(), "reject");
            case Entry.UndoStarted it -> comment(rules.commentOnUndo(), it.comment(), "undo");
            default -> Optional.empty();
        };
    }

    private static Optional<String> comment(boolean required, String comment, String verb) {
        return required && comment.isBlank()
                ? Optional.of("The policy requires a comment to " + verb + " an action.")
                : Optional.empty();
    }

    private static Optional<String> proposer(CaseState state, RemediationAction action, String actor) {
        return state.policy().approvals().proposerMayNotApprove() && proposers(state, action).contains(actor)
                ? Optional.of("Another person must approve this: " + actor + " asked for it.")
                : Optional.empty();
    }

    /// Who asked for what led to the action: by starting the investigation by hand, or by giving the verdict.
    static Set<String> proposers(CaseState state, RemediationAction action) {
        var all = new TreeSet<String>();
        state.investigation(action.investigationId()).map(Investigation::startedBy).ifPresent(all::add);
        state.override(action.target().key()).map(VerdictOverride::by).ifPresent(all::add);
        all.remove(RemediationAction.AUTOMATION);
        return all;
    }

    private static Optional<String> twice(CaseState state, RemediationAction action, String actor) {
        return action.endorsers(Grounds.of(state, action)).contains(actor)
                ? Optional.of(actor + " has approved this already; it waits for somebody else.")
                : Optional.empty();
    }

    /// The approval, or an endorsement while further persons must approve on the same grounds.
    public static Entry counted(Entry.ActionApproved approval, RemediationAction action, Policy policy, String actor) {
        var persons = new TreeSet<>(action.endorsers(approval.grounds()));
        persons.add(actor);
        boolean enough =
                action.state() != ActionState.PENDING || persons.size() >= policy.approvals().approvals(action.type());
        return enough
                ? approval
                : new Entry.ActionEndorsed(
                        approval.actionId(), approval.comment(), approval.evidenceDigest(), approval.grounds(), null);
    }

    /// What a person reads who has approved and was not the last.
    public static String waits(RemediationAction action, Policy policy) {
        return "Approved; " + policy.approvals().approvals(action.type()) + " persons must approve before it runs.";
    }
}
