package dupin.model.sigma;

/// A rule asks for something that is not understood; the message is a sentence for the user.
public final class RuleException extends Exception {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
