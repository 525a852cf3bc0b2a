package dupin.respond;

import dupin.model.ActionItem;
import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.util.List;

/// Carries out remediation actions. Calls may come from several worker threads. Every call is idempotent by
/// [RemediationAction#attemptId]: asked again after a crash it answers with that attempt's outcome and acts on nothing twice;
/// a retry by a person's word is another attempt. What takes long answers [Status#UNDER_WAY] at once and is asked again.
public interface Responder extends AutoCloseable {

    /// Name on screen and in the journal, for example `Simulated estate`.
    String name();

    /// Whether actions change anything outside this program.
    boolean real();

    boolean supports(ActionType type);

    Outcome execute(RemediationAction action);

    /// Restores the state that was captured before [#execute].
    Outcome undo(RemediationAction action);

    /// Reads the estate back: does it show the action's effect (or, after an undo, its absence)? Done means that it agrees,
    /// failed that it does not, unknown that this cannot be read back.
    Outcome verify(RemediationAction action, boolean expectEffect);

    /// Calls off an attempt that is still under way, as far as that is possible: its time is up.
    default Outcome cancel(RemediationAction action) {
        return new Outcome(Status.UNKNOWN, name() + " cannot call off what it has begun.");
    }

    /// Asks whether it is there, without an order; done means that it is and may be used. The sentence says what it offers
    /// beyond its kinds of actions, or what stands in the way.
    default Outcome probe() {
        return new Outcome(true, name() + " is at hand.");
    }

    @Override
    void close();

    /// How far a call has come.
    enum Status {
        DONE,
        FAILED,
        UNDER_WAY,
        UNKNOWN
    }

    /// @param details a sentence for the log and the action center
    /// @param items what became of each of several things; empty where there is only one
    record Outcome(Status status, String details, List<ActionItem> items) {
        public Outcome {
            items = List.copyOf(items);
        }

        public Outcome(Status status, String details) {
            this(status, details, List.of());
        }

        public Outcome(boolean completed, String details) {
            this(completed ? Status.DONE : Status.FAILED, details);
        }

        public boolean completed() {
            return status == Status.DONE;
        }
    }
}
