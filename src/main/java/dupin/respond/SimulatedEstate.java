package dupin.respond;

import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The default responder: what the case says of devices, files, users and mails, changed by actions and by nothing else.
/// Its memory is a ledger file, so that it survives a restart. Thread-safe.
///
/// Effects are counted: two actions that block one address make one block, and it stays until both are undone.
public final class SimulatedEstate implements Responder {
    public static final String NAME = "Simulated estate";

    private final Attempts attempts;
    private final InstantSource clock;
    private final Faults faults;

    /// Since when a slow action is under way.
    private final Map<String, Instant> begun = new HashMap<>();

    public SimulatedEstate(Path ledger, InstantSource clock) {
        this(ledger, clock, Faults.NONE);
    }

    /// @throws EstateException when the ledger is damaged
    public SimulatedEstate(Path ledger, InstantSource clock, Faults faults) {
        this.attempts = new Attempts(ledger, NAME);
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public String name() {
        return NAME;
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
        EstateLedger.Line known = attempts.executed(action).orElse(null);
        if (known != null) {
            return new Outcome(known.completed(), known.details());
        }
        if (!supports(action.type())) {
            return new Outcome(
                    false, "The simulated estate does not know the action \"" + action.type().label() + "\".");
        }
        Outcome trouble = trouble(action);
        if (trouble != null && trouble.status() == Status.UNDER_WAY) {
            return trouble;
        }
        boolean held = attempts.same(action) > 0;
        String done =
                action.type().label()
                        + ": "
                        + Attempts.place(action)
                        + (held ? " (was in effect already; now held by one more action)" : "")
                        + ".";
        return attempts.write(
                action,
                EstateLedger.EXECUTE,
                clock.instant(),
                trouble == null ? new Outcome(true, done) : trouble,
                held
                        ? Map.of("state", "in effect")
                        : attempts.beforeEarlier(action).orElseGet(() -> Before.of(action.target())));
    }

    @Override
    public synchronized Outcome undo(RemediationAction action) {
        EstateLedger.Line known = attempts.undone(action).orElse(null);
        if (known != null && known.completed()) {
            return new Outcome(true, known.details());
        }
        EstateLedger.Line before = attempts.executed(action).orElse(null);
        String label = action.type().undoLabel().orElse("");
        if (before == null || !before.completed()) {
            return new Outcome(
                    false, "There is nothing to undo: " + Attempts.place(action) + " was not changed by this action.");
        }
        if (label.isEmpty()) {
            return new Outcome(false, action.type().label() + " cannot be undone.");
        }
        Outcome trouble = trouble(action);
        if (trouble != null && trouble.status() == Status.UNDER_WAY) {
            return trouble;
        }
        int others = attempts.others(action);
        String done = label + ": " + Attempts.place(action) + (others > 0 ? " " + Attempts.kept(others) : ".");
        return attempts.write(
                action,
                EstateLedger.UNDO,
                clock.instant(),
                trouble == null ? new Outcome(true, done) : trouble,
                before.before());
    }

    /// Why it cannot be done, or not yet; null when it can.
    private @Nullable Outcome trouble(RemediationAction action) {
        EntityKey device = action.device();
        if (device != null && faults.offline(device)) {
            return new Outcome(
                    Status.UNDER_WAY, "Device " + device.value() + " does not answer; nothing was changed on it yet.");
        }
        Instant since = begun.computeIfAbsent(action.attemptId(), _ -> clock.instant());
        if (clock.instant().isBefore(since.plus(faults.delay(action)))) {
            return new Outcome(Status.UNDER_WAY, Attempts.place(action) + " is under way.");
        }
        return faults.failure(action).map(why -> new Outcome(false, why)).orElse(null);
    }

    @Override
    public synchronized Outcome cancel(RemediationAction action) {
        return attempts.executed(action).isPresent()
                ? new Outcome(Status.UNKNOWN, "It had come to an end already.")
                : attempts.write(
                        action,
                        EstateLedger.EXECUTE,
                        clock.instant(),
                        new Outcome(false, "Called off: nothing was changed."),
                        Map.of());
    }

    @Override
    public synchronized Outcome verify(RemediationAction action, boolean expectEffect) {
        String place = Attempts.place(action);
        if (faults.disagrees(action)) {
            return new Outcome(
                    false, "Read back, the estate shows " + place + (expectEffect ? " unchanged." : " still changed."));
        }
        boolean holds = attempts.holds(action, expectEffect);
        String seen =
                holds
                        ? place + " is in the state that the action made."
                        : attempts.holders(Effect.of(action)).isEmpty()
                                ? place + " is as it was before."
                                : place + " is held by other actions only.";
        return new Outcome(holds == expectEffect, "Read back: " + seen);
    }

    /// Ids of the actions that keep the effect up, oldest first; empty when it is not in force.
    ///
    /// @param device null for effects that hold everywhere
    public synchronized List<String> heldBy(ActionType type, EntityKey target, @Nullable EntityKey device) {
        return attempts.heldBy(type, target, device);
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
        return attempts.executed(actionId).map(line -> Map.copyOf(line.before())).orElse(Map.of());
    }

    @Override
    public synchronized void close() {
        attempts.close();
    }
}
