package dupin.service;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import dupin.respond.SimulatedEstate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A responder that outlives the process, fails, takes its time, disagrees and dies before or after the deed.
final class WalkEstate implements Responder {
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the process died");
        }
    }

    private final Random random;
    private final WalkModel model;
    private final Map<String, Outcome> executed = new HashMap<>();
    private final Map<String, Outcome> undone = new HashMap<>();
    private final Set<String> holding = new HashSet<>();
    private boolean healthy;

    WalkEstate(Random random, WalkModel model) {
        this.random = random;
        this.model = model;
    }

    void healthy() {
        healthy = true;
    }

    boolean holds(String actionId) {
        return holding.contains(actionId);
    }

    @Override
    public String name() {
        return SimulatedEstate.NAME;
    }

    @Override
    public boolean real() {
        return false;
    }

    @Override
    public boolean supports(ActionType type) {
        return true;
    }

    private boolean chance(int in) {
        return !healthy && random.nextInt(in) == 0;
    }

    private void mayDie() {
        if (chance(8)) {
            throw new Crash();
        }
    }

    @Override
    public Outcome execute(RemediationAction action) {
        model.asked(action);
        Outcome known = executed.get(action.attemptId());
        if (known == null) {
            mayDie();
            if (chance(4)) {
                return new Outcome(Status.UNDER_WAY, "The device does not answer.");
            }
            model.deed(action);
            known = new Outcome(!chance(5), "Carried out.");
            executed.put(action.attemptId(), known);
            if (known.completed()) {
                holding.add(action.id());
            }
            mayDie();
        }
        return known;
    }

    @Override
    public Outcome undo(RemediationAction action) {
        Outcome known = undone.get(action.attemptId());
        if (known == null || !known.completed()) {
            mayDie();
            model.taking(action);
            if (chance(4)) {
                return new Outcome(Status.UNDER_WAY, "The device does not answer.");
            }
            known = new Outcome(!chance(5), "Undone.");
            undone.put(action.attemptId(), known);
            if (known.completed()) {
                holding.remove(action.id());
            }
            mayDie();
        }
        return known;
    }

    @Override
    public Outcome verify(RemediationAction action, boolean expectEffect) {
        mayDie();
        if (chance(8)) {
            return new Outcome(chance(2) ? Status.UNDER_WAY : Status.UNKNOWN, "Not seen yet.");
        }
        return chance(8)
                ? new Outcome(false, "It looks otherwise.")
                : new Outcome(holding.contains(action.id()) == expectEffect, "Read back.");
    }

    @Override
    public void close() {
        // It outlives the process.
    }
}
