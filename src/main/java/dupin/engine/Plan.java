package dupin.engine;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.SparedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What an investigation would have done: its actions, and what it spares with the reason.
///
/// @param actions in the order of [RemediationPlanner]
/// @param ancestors of the processes that are to be stopped, the farthest first
public record Plan(
        List<RemediationAction> actions, List<SparedAction> spared, Map<EntityKey, List<EntityKey>> ancestors) {
    public Plan {
        actions = List.copyOf(actions);
        spared = List.copyOf(spared);
        ancestors = Map.copyOf(ancestors);
    }

    /// Without the actions that need not be proposed.
    Plan without(Predicate<RemediationAction> needless) {
        return new Plan(actions.stream().filter(needless.negate()).toList(), spared, ancestors);
    }

    /// One action for each tree of processes: stopping the root ends its descendants, each of which says so.
    public Plan folded() {
        return StopTrees.fold(this);
    }

    /// The plan as the case needs it: without what stands already, folded, and without what was decided on the same
    /// evidence before.
    public Plan inCase(CaseState state) {
        var own = new TreeMap<String, RemediationAction>();
        actions.forEach(action -> own.put(action.id(), action));
        Plan folded = without(action -> stands(action, state, own)).folded();
        var proposed = new ArrayList<RemediationAction>();
        var more = new ArrayList<>(folded.spared);
        for (RemediationAction action : folded.actions) {
            RemediationAction old = state.action(action.id()).orElse(null);
            if (old == null || Transitions.mayProposeAgain(old, action)) {
                proposed.add(BlastRadii.inCase(action, state));
            } else if (!old.state().open()) {
                more.add(decided(old));
            }
        }
        return new Plan(proposed, more, ancestors);
    }

    /// An action of the same kind on the same thing is done, under way or waiting. One of our own that waits may be
    /// proposed again with what is known now.
    private static boolean stands(RemediationAction fresh, CaseState state, Map<String, RemediationAction> own) {
        return state.actionsOn(fresh.target().key()).stream()
                .filter(old -> old.type() == fresh.type() && sameDevice(old, fresh))
                .filter(old -> old.state().open() || old.state() == ActionState.COMPLETED)
                .anyMatch(old -> old.state() != ActionState.PENDING || !own.containsKey(old.id()));
    }

    private static boolean sameDevice(RemediationAction one, RemediationAction two) {
        EntityKey device = one.device();
        return device == null ? two.device() == null : device.equals(two.device());
    }

    private static SparedAction decided(RemediationAction old) {
        String who = old.decidedBy().isEmpty() ? "" : " by " + old.decidedBy();
        return new SparedAction(
                old.type(),
                old.target().key(),
                SparedAction.Why.DECIDED,
                old.type().label()
                        + " was decided before ("
                        + old.state().label()
                        + who
                        + "), and the evidence is the same: it is not proposed again.");
    }
}
