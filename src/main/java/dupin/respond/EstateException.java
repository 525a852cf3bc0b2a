package dupin.respond;

/// The estate's ledger cannot be read or written; the message is a sentence for the user.
public final class EstateException extends RuntimeException {
    public EstateException(String message, Throwable cause) {
        super(message, cause);
    }

    public EstateException(String message) {
        super(message);
    }
}
