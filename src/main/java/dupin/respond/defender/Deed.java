package dupin.respond.defender;

import dupin.model.ActionItem;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One action as orders to one API. Every method may throw [ServiceTrouble].
interface Deed {

    /// How far an order has come.
    ///
    /// @param operation what the service knows it by; "" when there is nothing to ask about
    /// @param items what became of each of several things
    /// @param done what was done so far, for undo and for a later attempt
    record Step(Status status, String operation, String details, List<ActionItem> items, Map<String, String> done) {
        public Step {
            items = List.copyOf(items);
            done = Map.copyOf(done);
        }

        public Step(Status status, String operation, String details) {
            this(status, operation, details, List.of(), Map.of());
        }

        Outcome outcome() {
            return new Outcome(status, details, items);
        }
    }

    /// What the target is like, as far as the service tells; `already` is `true` where it is as the action would make it.
    Map<String, String> before();

    /// The operation that an earlier order with this mark made; empty when the service knows of none.
    default Optional<String> known(String mark) {
        return Optional.empty();
    }

    /// Orders the deed.
    ///
    /// @param comment bears the mark of the attempt
    Step order(String comment);

    /// Orders what the target was like before.
    Step restore(String comment, Map<String, String> before);

    /// Asks about an order that was under way.
    default Step progress(String operation) {
        return new Step(Status.DONE, operation, "");
    }

    /// Calls an order off.
    default Outcome cancel(String operation, String comment) {
        return new Outcome(Status.UNKNOWN, "It cannot be called off.");
    }

    /// Whether the service shows the effect, or its absence; unknown when it shows neither.
    Outcome verify(boolean expectEffect);
}
