package dupin.bench;

/// A truth file that cannot be used; the message is a sentence for the reader.
final class TruthException extends Exception {
    private static final long serialVersionUID = 1;

    TruthException(String message) {
        super(message);
    }

    TruthException(String message, Throwable cause) {
        super(message, cause);
    }
}
