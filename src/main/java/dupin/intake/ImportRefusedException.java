package dupin.intake;

/// The file as a whole cannot be used. The message names file, place and reason and is shown as it is.
public class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ImportRefusedException(String message) {
        super(message);
    }

    public ImportRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
