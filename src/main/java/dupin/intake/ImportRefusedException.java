package dupin.intake;

/// The file as a whole cannot be used. The message names file, place and reason and is shown as it is; what a hostile file
/// makes too long is cut in the middle.
public class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 1_600;

    public ImportRefusedException(String message) {
        super(bounded(message));
    }

    public ImportRefusedException(String message, Throwable cause) {
        super(bounded(message), cause);
    }

    private static String bounded(String message) {
        return message.length() <= MAX
                ? message
                : message.substring(0, MAX / 2) + " … " + message.substring(message.length() - MAX / 2);
    }
}
