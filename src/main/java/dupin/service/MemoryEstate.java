package dupin.service;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An estate in memory: remembers which actions have their effect.
final class MemoryEstate implements Responder {
    private final Set<String> effective = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "Simulated estate";
    }

    @Override
    public boolean real() {
        return false;
    }

    @Override
    public boolean supports(ActionType type) {
        return true;
    }

    @Override
    public Outcome execute(RemediationAction action) {
        effective.add(action.id());
        return new Outcome(true, action.type().label() + " done on the simulated estate.");
    }

    @Override
    public Outcome undo(RemediationAction action) {
        effective.remove(action.id());
        return new Outcome(true, action.type().label() + " undone on the simulated estate.");
    }

    @Override
    public Outcome verify(RemediationAction action, boolean expectEffect) {
        return new Outcome(effective.contains(action.id()) == expectEffect, "Read back.");
    }

    @Override
    public void close() {}
}
