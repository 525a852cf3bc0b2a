package dupin.respond.defender;

import dupin.respond.Responder;

/// The service did not do what was asked; the message is a sentence for the user.
final class ServiceTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Responder.Status status;
    private final int code;

    /// @param status under way when asking again later may help, failed when it will not
    /// @param code HTTP status, 0 when there was no answer
    ServiceTrouble(Responder.Status status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    Responder.Outcome outcome() {
        return new Responder.Outcome(status, String.valueOf(getMessage()));
    }

    int code() {
        return code;
    }
}
