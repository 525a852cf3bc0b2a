package dupin.store;

/// The store cannot be used; the message is a sentence for the user. After a failed opening the caller deletes the
/// store's folder and builds it again from journal and originals.
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
