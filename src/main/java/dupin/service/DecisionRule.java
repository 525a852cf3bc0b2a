package dupin.service;

import dupin.engine.CaseState;
import dupin.model.RemediationAction;
import java.util.Optional;

/// What a decision needs beyond a legal move: a comment, a second person, another person than the proposer. Asked under the
/// case's lock, before anything is written; every refusal is told to the person item by item.
@FunctionalInterface
public interface DecisionRule {
    /// What a person decides.
    enum Kind {
        APPROVE,
        REJECT,
        CANCEL,
        UNDO
    }

    DecisionRule NONE = (_, _, _) -> Optional.empty();

    /// @param comment "" when the person gave none
    record Wish(Kind kind, String actor, String comment) {}

    /// Why not, as a sentence; empty when nothing speaks against it.
    Optional<String> refuses(CaseState state, RemediationAction action, Wish wish);

    /// Both must agree; the first refusal counts.
    default DecisionRule and(DecisionRule other) {
        return (state, action, wish) -> refuses(state, action, wish).or(() -> other.refuses(state, action, wish));
    }
}
