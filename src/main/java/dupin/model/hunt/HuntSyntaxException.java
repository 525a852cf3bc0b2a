package dupin.model.hunt;

/// A text that is no query: where it goes wrong and what was expected there, in a sentence.
public final class HuntSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final int length;

    /// @param position of the first character that is wrong, from 0; the text's length when something is missing at its end
    /// @param length how many characters are wrong; 0 at the end
    public HuntSyntaxException(int position, int length, String sentence) {
        super(sentence);
        this.position = position;
        this.length = length;
    }

    public int position() {
        return position;
    }

    public int length() {
        return length;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
