package dupin.intake.intel;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression under a budget of steps: what takes longer does not match. The budget counts characters looked at,
/// so the answer is the same on any machine.
record Steps(Pattern pattern) {
    private static final int MAX_PATTERN = 2_000;
    private static final int MAX_INPUT = 20_000;
    private static final int BUDGET = 400_000;

    /// @return empty when the expression is too long or not understood
    static Optional<Steps> of(String regex, int flags) {
        if (regex.length() > MAX_PATTERN) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Steps(Pattern.compile(regex, flags)));
        } catch (PatternSyntaxException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    boolean find(String input) {
        String text = input.length() > MAX_INPUT ? input.substring(0, MAX_INPUT) : input;
        try {
            return pattern.matcher(new Counted(text, new int[] {BUDGET})).find();
        } catch (OutOfSteps | StackOverflowError _) {
            return false;
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super("out of steps", null, false, false);
        }
    }

    private record Counted(String text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
