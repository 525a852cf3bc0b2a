package dupin.service;

import dupin.engine.CaseState;
import dupin.model.RemediationAction;
import dupin.model.policy.ApprovalRules;
import java.util.Optional;

/// Asks for a word where the policy wants one. A cancellation is a rejection that comes late.
final class CommentRule implements DecisionRule {
    @Override
    public Optional<String> refuses(CaseState state, RemediationAction action, Wish wish) {
        ApprovalRules rules = state.policy().approvals();
        boolean wanted =
                switch (wish.kind()) {
                    case APPROVE -> rules.commentOnApprove();
                    case REJECT, CANCEL -> rules.commentOnReject();
                    case UNDO -> rules.commentOnUndo();
                };
        return wanted && wish.comment().isBlank()
                ? Optional.of("The policy wants a comment with this decision; none was given.")
                : Optional.empty();
    }
}
