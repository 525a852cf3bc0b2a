package dupin.intake;

/// One record cannot be used; the reason becomes the reject's.
public class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public BadRecordException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
