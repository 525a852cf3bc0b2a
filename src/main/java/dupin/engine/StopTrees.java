package dupin.engine;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.SparedAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Folds the stops of a tree's processes into the stop of its root. A descendant is folded only under an ancestor with a
/// verdict at least as bad: a no to stopping a suspicious parent must not be a no to stopping its malicious child.
final class StopTrees {
    private static final int NAMED = 5;

    private final Plan plan;

    /// Every key of a process to the action that would stop it.
    private final Map<EntityKey, RemediationAction> stops = new HashMap<>();

    private final TreeMap<String, List<RemediationAction>> under = new TreeMap<>();

    private StopTrees(Plan plan) {
        this.plan = plan;
    }

    static Plan fold(Plan plan) {
        return new StopTrees(plan).folded();
    }

    private Plan folded() {
        for (RemediationAction action : plan.actions()) {
            if (action.type() == ActionType.STOP_PROCESS) {
                action.target().allKeys().forEach(key -> stops.putIfAbsent(key, action));
            }
        }
        var spared = new ArrayList<>(plan.spared());
        var roots = new ArrayList<RemediationAction>();
        for (RemediationAction action : plan.actions()) {
            RemediationAction root = root(action);
            if (root == action) {
                roots.add(action);
            } else {
                under.computeIfAbsent(root.id(), _ -> new ArrayList<>()).add(action);
                spared.add(
                        new SparedAction(
                                action.type(),
                                action.target().key(),
                                SparedAction.Why.COVERED,
                                "Covered by stopping " + root.target().label() + ", which started it."));
            }
        }
        return new Plan(roots.stream().map(this::whole).toList(), spared, plan.ancestors());
    }

    private RemediationAction root(RemediationAction action) {
        RemediationAction at = action;
        var seen = new HashSet<String>();
        while (seen.add(at.id())) {
            RemediationAction above = above(at);
            if (above == at) {
                return at;
            }
            at = above;
        }
        // Telemetry that makes a process its own ancestor decides nothing.
        return action;
    }

    private RemediationAction above(RemediationAction action) {
        for (EntityKey ancestor : plan.ancestors().getOrDefault(action.target().key(), List.of())) {
            RemediationAction stop = stops.get(ancestor);
            if (stop != null
                    && action.type() == ActionType.STOP_PROCESS
                    && !stop.id().equals(action.id())
                    && stop.verdict().compareTo(action.verdict()) >= 0) {
                return stop;
            }
        }
        return action;
    }

    private RemediationAction whole(RemediationAction root) {
        List<RemediationAction> covered = under.getOrDefault(root.id(), List.of());
        if (covered.isEmpty()) {
            return root;
        }
        String names =
                covered.stream().limit(NAMED).map(a -> a.target().label()).collect(Collectors.joining(", "))
                        + (covered.size() > NAMED ? " and " + (covered.size() - NAMED) + " more" : "");
        var digest = new Digests().line(root.evidenceDigest());
        covered.forEach(a -> digest.line(a.target().key().toString()).line(a.evidenceDigest()));
        return root.covering(
                covered.stream().map(a -> a.target().key()).sorted().toList(),
                root.reason()
                        + " Its "
                        + (covered.size() == 1 ? "child process ends" : "child processes end")
                        + " with it: "
                        + names
                        + ".",
                digest.hex(),
                PlanTexts.ofProcesses(root.blastRadius(), covered.size() + 1));
    }
}
