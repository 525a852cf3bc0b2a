package dupin.respond;

import dupin.model.RemediationAction;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A real responder that gives each order once and reads nothing back: it remembers how attempts ended, counts who holds an
/// effect up, and leaves to its kind how an order is given. Thread-safe; one call at a time.
public abstract class OrderGiver implements Responder {
    private final String name;
    private final Attempts attempts;
    private final InstantSource clock;

    /// @param ledger file of its memory
    /// @throws EstateException when the ledger is damaged
    protected OrderGiver(String name, Path ledger, InstantSource clock) {
        this.name = name;
        this.attempts = new Attempts(ledger, name);
        this.clock = clock;
    }

    /// Gives the order, or its opposite. What is not at its end is not remembered, and ordered anew when asked again.
    protected abstract Outcome order(RemediationAction action, boolean undo);

    /// Who has no words for an action that is not supported: `OpenC2`.
    protected abstract String speaker();

    /// What is said when another action gave the same order before: `It was in effect already`.
    protected abstract String given();

    @Override
    public final String name() {
        return name;
    }

    /// Somebody may follow the order.
    @Override
    public final boolean real() {
        return true;
    }

    @Override
    public final synchronized Outcome execute(RemediationAction action) {
        Optional<Outcome> known = attempts.outcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        if (!supports(action.type())) {
            return new Outcome(false, speaker() + " has no words for this: " + action.type().label() + ".");
        }
        return end(
                action,
                Attempts.EXECUTE,
                attempts.same(action) > 0
                        ? new Outcome(true, given() + "; now held by one more action.")
                        : order(action, false));
    }

    @Override
    public final synchronized Outcome undo(RemediationAction action) {
        Optional<Outcome> known = attempts.undoOutcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        if (attempts.before(action).isEmpty()) {
            return new Outcome(
                    false, "There is nothing to undo: " + Attempts.place(action) + " was not changed by this action.");
        }
        int others = attempts.others(action);
        return end(
                action,
                Attempts.UNDO,
                others > 0
                        ? new Outcome(true, Attempts.place(action) + " " + Attempts.kept(others))
                        : order(action, true));
    }

    private Outcome end(RemediationAction action, String effect, Outcome outcome) {
        return outcome.status() == Status.UNDER_WAY
                ? outcome
                : attempts.write(action, effect, clock.instant(), outcome, Map.of());
    }

    @Override
    public synchronized void close() {
        attempts.close();
    }
}
