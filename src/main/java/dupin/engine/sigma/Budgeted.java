package dupin.engine.sigma;

/// Text of which only so many characters may be read: what keeps a regular expression from running for ever.
record Budgeted(CharSequence text, int start, int end, int[] left) implements CharSequence {

    /// The budget is spent.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("Too many steps", null, false, false);
        }
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new Spent();
        }
        return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new Budgeted(text, start + from, start + to, left);
    }

    @Override
    public String toString() {
        return text.subSequence(start, end).toString();
    }
}
