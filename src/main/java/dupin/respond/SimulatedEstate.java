package dupin.respond;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The default responder: what the case says of devices, files, users and mails, changed by actions and by nothing else.
/// Its memory is a ledger file, so that it survives a restart. Thread-safe.
///
/// Effects are counted: two actions that block one address make one block, and it stays until both are undone.
public final class SimulatedEstate implements Responder {

    private final EstateLedger ledger;
    private final InstantSource clock;
    private final Faults faults;
    private final Map<String, EstateLedger.Line> executed = new HashMap<>();
    private final Map<String, EstateLedger.Line> undone = new HashMap<>();

    /// Effect to the actions that hold it.
    private final Map<Effect, Set<String>> inEffect = new HashMap<>();

    public SimulatedEstate(Path ledger, InstantSource clock) {
        this(ledger, clock, Faults.NONE);
    }

    /// @throws EstateException when the ledger is damaged
    public SimulatedEstate(Path ledger, InstantSource clock, Faults faults) {
        this.ledger = new EstateLedger(ledger);
        this.clock = clock;
        this.faults = faults;
        this.ledger.lines().forEach(this::take);
    }

    private void take(EstateLedger.Line line) {
        boolean execute = line.effect().equals(EstateLedger.EXECUTE);
        (execute ? executed : undone).put(line.action(), line);
        if (!line.completed()) {
            return;
        }
        for (Effect effect : Effect.all(line.type(), line.target(), line.covered(), line.device())) {
            Set<String> holders = inEffect.computeIfAbsent(effect, _ -> new LinkedHashSet<>());
            if (execute) {
                holders.add(line.owner());
            } else {
                holders.remove(line.owner());
            }
            if (holders.isEmpty()) {
                inEffect.remove(effect);
            }
        }
    }

    @Override
    public String name() {
        return "Simulated estate";
    }

    @Override
    public boolean real() {
        return false;
    }

    /// Widening an investigation is no deed upon the estate.
    @Override
    public boolean supports(ActionType type) {
        return type != ActionType.EXPAND_SCOPE;
    }

    @Override
    public synchronized Outcome execute(RemediationAction action) {
        EstateLedger.Line known = executed.get(action.attemptId());
        if (known != null) {
            return new Outcome(known.completed(), known.details());
        }
        if (!supports(action.type())) {
            return new Outcome(
                    false, "The simulated estate does not know the action \"" + action.type().label() + "\".");
        }
        String trouble = trouble(action);
        boolean held = holders(action).stream().anyMatch(owner -> !owner.equals(action.id()));
        String done =
                action.type().label()
                        + ": "
                        + place(action)
                        + (held ? " (was in effect already; now held by one more action)" : "");
        return write(
                action,
                EstateLedger.EXECUTE,
                trouble,
                done + ".",
                held ? Map.of("state", "in effect") : before(action));
    }

    @Override
    public synchronized Outcome undo(RemediationAction action) {
        EstateLedger.Line known = undone.get(action.attemptId());
        if (known != null && known.completed()) {
            return new Outcome(true, known.details());
        }
        EstateLedger.Line before = executed.get(action.attemptId());
        String label = action.type().undoLabel().orElse("");
        if (before == null || !before.completed()) {
            return new Outcome(
                    false, "There is nothing to undo: " + place(action) + " was not changed by this action.");
        }
        if (label.isEmpty()) {
            return new Outcome(false, action.type().label() + " cannot be undone.");
        }
        String trouble = trouble(action);
        int others = holders(action).size() - 1;
        String done =
                others > 0
                        ? label
                                + ": "
                                + place(action)
                                + " stays as it is, because "
                                + others
                                + (others == 1 ? " other action holds" : " other actions hold")
                                + " it."
                        : label + ": " + place(action) + ".";
        return write(action, EstateLedger.UNDO, trouble, done, before.before());
    }

    /// What an earlier attempt that took effect found, else what the case says.
    private Map<String, String> before(RemediationAction action) {
        for (int attempt = 0; attempt < action.attempt(); attempt++) {
            EstateLedger.Line earlier = executed.get(attempt == 0 ? action.id() : action.id() + "#" + attempt);
            if (earlier != null && earlier.completed() && !undone.containsKey(earlier.action())) {
                return earlier.before();
            }
        }
        return Before.of(action.target());
    }

    private Outcome write(
            RemediationAction action, String effect, String trouble, String done, Map<String, String> before) {
        var line =
                new EstateLedger.Line(
                        action.attemptId(),
                        effect,
                        action.type(),
                        action.target().key(),
                        action.device(),
                        clock.instant(),
                        trouble.isEmpty(),
                        trouble.isEmpty() ? done : trouble,
                        before,
                        action.covered());
        ledger.append(line);
        take(line);
        return new Outcome(line.completed(), line.details());
    }

    /// Why it cannot be done; "" when it can.
    private String trouble(RemediationAction action) {
        EntityKey device = action.device();
        if (device != null && faults.offline(device)) {
            return "Device " + device.value() + " does not answer; nothing was changed on it.";
        }
        return faults.failure(action).orElse("");
    }

    private static String place(RemediationAction action) {
        EntityKey device = action.device();
        return device == null || device.equals(action.target().key())
                ? action.subject()
                : action.subject() + " on " + device.value();
    }

    @Override
    public synchronized Outcome verify(RemediationAction action, boolean expectEffect) {
        if (faults.disagrees(action)) {
            return new Outcome(
                    false,
                    "Read back, the estate shows "
                            + place(action)
                            + (expectEffect ? " unchanged." : " still changed."));
        }
        boolean holds = holds(action, expectEffect);
        String seen =
                holds
                        ? place(action) + " is in the state that the action made."
                        : holders(action).isEmpty()
                                ? place(action) + " is as it was before."
                                : place(action) + " is held by other actions only.";
        return new Outcome(holds == expectEffect, "Read back: " + seen);
    }

    /// Whether all of its effects are there (where they should be), or any is.
    private boolean holds(RemediationAction action, boolean all) {
        var effects = Effect.all(action.type(), action.target().key(), action.covered(), action.device()).stream();
        return all
                ? effects.allMatch(effect -> inEffect.getOrDefault(effect, Set.of()).contains(action.id()))
                : effects.anyMatch(effect -> inEffect.getOrDefault(effect, Set.of()).contains(action.id()));
    }

    private Set<String> holders(RemediationAction action) {
        return inEffect.getOrDefault(Effect.of(action), Set.of());
    }

    /// Ids of the actions that keep the effect up, oldest first; empty when it is not in force.
    ///
    /// @param device null for effects that hold everywhere
    public synchronized List<String> heldBy(ActionType type, EntityKey target, @Nullable EntityKey device) {
        return List.copyOf(inEffect.getOrDefault(Effect.of(type, target, device), Set.of()));
    }

    private boolean is(ActionType type, EntityKey target, @Nullable EntityKey device) {
        return !heldBy(type, target, device).isEmpty();
    }

    public boolean isQuarantined(EntityKey file, EntityKey device) {
        return is(ActionType.QUARANTINE_FILE, file, device);
    }

    public boolean isIsolated(EntityKey device) {
        return is(ActionType.ISOLATE_DEVICE, device, null);
    }

    /// Whether a URL, a domain or an address is blocked.
    public boolean isBlocked(EntityKey target) {
        return is(ActionType.BLOCK_URL, target, null) || is(ActionType.BLOCK_IP, target, null);
    }

    /// Whether a process or service was stopped, or a driver disabled.
    public boolean isStopped(EntityKey target, EntityKey device) {
        return is(ActionType.STOP_PROCESS, target, device)
                || is(ActionType.STOP_SERVICE, target, device)
                || is(ActionType.DISABLE_DRIVER, target, device);
    }

    /// Whether a registry value or scheduled task was removed.
    public boolean isRemoved(EntityKey target, EntityKey device) {
        return is(ActionType.REMOVE_REGISTRY_VALUE, target, device)
                || is(ActionType.REMOVE_SCHEDULED_TASK, target, device);
    }

    /// Whether a message or cluster was moved out of the mailboxes.
    public boolean isDeleted(EntityKey mail) {
        return is(ActionType.SOFT_DELETE_MAIL, mail, null) || is(ActionType.SOFT_DELETE_CLUSTER, mail, null);
    }

    public boolean isDisabled(EntityKey user) {
        return is(ActionType.DISABLE_USER, user, null);
    }

    /// What the action's target was like before it; empty when the action never ran.
    public synchronized Map<String, String> before(String actionId) {
        EstateLedger.Line line = executed.get(actionId);
        return line == null ? Map.of() : Map.copyOf(line.before());
    }

    @Override
    public synchronized void close() {
        ledger.close();
    }
}
