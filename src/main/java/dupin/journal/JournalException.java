package dupin.journal;

/// The journal could not be read or written; the message is a sentence for the user.
public class JournalException extends RuntimeException {
    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
