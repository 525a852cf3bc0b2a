package dupin.intake;

import java.io.IOException;

/// The bytes of a file are not what they claim to be (a broken or overblown archive): a fault of the content and not of
/// the disk. The message completes the sentence "The rest was not read: …".
public class BadContentException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadContentException(String message) {
        super(message);
    }

    public BadContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
