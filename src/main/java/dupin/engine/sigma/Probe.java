package dupin.engine.sigma;

import dupin.model.sigma.RuleException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is asked of one value.
sealed interface Probe {

    /// @param value as it stands in the event
    /// @param lower the same in lower case
    boolean matches(String value, String lower, Row row);

    /// A literal in lower case that every matching value contains, "" when there is none to tell.
    default String literal() {
        return "";
    }

    record Equal(String lower) implements Probe {
        @Override
        public boolean matches(String value, String text, Row row) {
            return text.equals(lower);
        }

        @Override
        public String literal() {
            return lower;
        }
    }

    record Contains(String part) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            return lower.contains(part);
        }

        @Override
        public String literal() {
            return part;
        }
    }

    record Starts(String part) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            return lower.startsWith(part);
        }

        @Override
        public String literal() {
            return part;
        }
    }

    record Ends(String part) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            return lower.endsWith(part);
        }

        @Override
        public String literal() {
            return part;
        }
    }

    record Wild(Glob glob, boolean cased, String literal) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            return (cased || lower.contains(literal)) && glob.matches(cased ? value : lower);
        }
    }

    /// The simplest test that says the same.
    static Probe of(Glob glob, boolean cased) {
        if (cased) {
            return new Wild(glob, true, glob.lower().longestLiteral());
        }
        Glob lower = glob.lower();
        int[] codes = lower.codes();
        boolean first = codes.length > 0 && codes[0] == Glob.STAR;
        boolean last = codes.length > (first ? 1 : 0) && codes[codes.length - 1] == Glob.STAR;
        String literal = lower.longestLiteral();
        if (literal.length() == codes.length - (first ? 1 : 0) - (last ? 1 : 0)) {
            return first && last
                    ? new Contains(literal)
                    : first ? new Ends(literal) : last ? new Starts(literal) : new Equal(literal);
        }
        return new Wild(lower, false, literal);
    }

    record Expression(Pattern pattern) implements Probe {
        /// Steps for each value: many times what an honest expression needs.
        private static final int BUDGET = 400_000;

        static Expression of(String text, int flags) throws RuleException {
            if (text.length() > 8_000) {
                throw new RuleException("A regular expression is longer than 8,000 characters");
            }
            try {
                return new Expression(Pattern.compile(Pcre.toJava(text), flags));
            } catch (PatternSyntaxException e) {
                throw new RuleException(
                        "The regular expression `" + text + "` is not understood: " + e.getDescription());
            } catch (StackOverflowError _) {
                throw new RuleException("A regular expression is nested too deeply");
            }
        }

        @Override
        public boolean matches(String value, String lower, Row row) {
            try {
                return pattern.matcher(new Budgeted(value, 0, value.length(), new int[] {BUDGET})).find();
            } catch (Budgeted.Spent | StackOverflowError _) {
                row.gaveUp();
                return false;
            }
        }
    }

    record Net(Cidr cidr) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            return cidr.contains(value);
        }
    }

    /// Compares numbers; `part` takes the number out of a date first.
    record Number(Compare compare, double limit, DatePart part) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            double number = part.of(value);
            return !Double.isNaN(number) && compare.holds(number, limit);
        }
    }

    enum Compare {
        LT,
        LTE,
        GT,
        GTE,
        EQ;

        boolean holds(double value, double limit) {
            return switch (this) {
                case LT -> value < limit;
                case LTE -> value <= limit;
                case GT -> value > limit;
                case GTE -> value >= limit;
                case EQ -> value == limit;
            };
        }
    }

    /// Another field of the event holds the same text, or a part of this one's.
    record OtherField(int slot, boolean before, boolean after, boolean cased) implements Probe {
        @Override
        public boolean matches(String value, String lower, Row row) {
            String other = cased ? row.value(slot) : row.lower(slot);
            String own = cased ? value : lower;
            if (other == null) {
                return false;
            }
            return before && after
                    ? own.contains(other)
                    : before ? own.endsWith(other) : after ? own.startsWith(other) : own.equals(other);
        }
    }
}
