package dupin.engine;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person asks for, as an action that waits for approval like those of investigations: with its undo plan and its
/// blast radius, on the verdict of the moment.
///
/// @param device where it takes effect; null for what takes effect everywhere
/// @param parameters choices that the type leaves open
/// @param reason why, in the person's words
/// @param by the person
public record RequestedAction(
        ActionType type,
        Entity target,
        @Nullable EntityKey device,
        Map<String, String> parameters,
        String reason,
        String by) {

    public RequestedAction {
        parameters = Map.copyOf(parameters);
    }

    /// The action in an investigation of the case. Asked for again it is another one.
    public RemediationAction in(String investigationId, String incidentId, CaseState state, Facts facts, Instant now) {
        Policy policy = state.policy();
        int before = state.actionsOn(target.key()).size();
        Optional<Ledger> ledger = state.ledger(target.key());
        BlastRadius blast = PlanTexts.blast(type, target, device, facts, policy);
        var action =
                new RemediationAction(
                        RemediationPlanner.id(investigationId + " asked " + before, type, target.key(), device),
                        investigationId,
                        incidentId,
                        type,
                        target,
                        device,
                        ledger.map(Ledger::verdict).orElse(Verdict.NOT_EVALUABLE),
                        ActionState.PENDING,
                        false,
                        reason,
                        "Asked for by " + by + ".",
                        ledger.map(RemediationPlanner::digest).orElse(""),
                        PlanTexts.undo(type, target, device),
                        blast,
                        "",
                        "",
                        "",
                        false,
                        now,
                        now.plus(Duration.ofDays(policy.pendingExpiryDays())),
                        null,
                        null,
                        null);
        return BlastRadii.inCase(action, state).requested(by, parameters);
    }
}
