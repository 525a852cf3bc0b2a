package dupin.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A condition of a playbook on its variables. Numbers compare as numbers, everything else as text.
public sealed interface Condition {

    /// @param variables value by name; one that is not there satisfies no comparison
    boolean holds(Map<String, String> variables);

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, String> variables) {
            return parts.stream().allMatch(part -> part.holds(variables));
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, String> variables) {
            return parts.stream().anyMatch(part -> part.holds(variables));
        }
    }

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        LIKE
    }

    /// One variable against values.
    record Test(String variable, Operator operator, boolean negated, List<String> values) implements Condition {
        public Test {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, String> variables) {
            String found = variables.get(variable);
            return found != null && compares(found) != negated;
        }

        private boolean compares(String found) {
            String wanted = values.getFirst();
            return switch (operator) {
                case EQUAL -> compare(found, wanted) == 0;
                case NOT_EQUAL -> compare(found, wanted) != 0;
                case LESS -> compare(found, wanted) < 0;
                case LESS_OR_EQUAL -> compare(found, wanted) <= 0;
                case GREATER -> compare(found, wanted) > 0;
                case GREATER_OR_EQUAL -> compare(found, wanted) >= 0;
                case IN -> values.stream().anyMatch(value -> compare(found, value) == 0);
                case LIKE -> like(found, wanted, 0, 0);
            };
        }

        private static int compare(String a, String b) {
            Optional<BigDecimal> left = number(a);
            Optional<BigDecimal> right = number(b);
            return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : a.compareTo(b);
        }

        private static Optional<BigDecimal> number(String text) {
            return text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }

        /// `%` any text, `_` one character.
        private static boolean like(String text, String pattern, int from, int at) {
            int t = from;
            for (int p = at; p < pattern.length(); p++) {
                char c = pattern.charAt(p);
                if (c == '%') {
                    for (int skip = t; skip <= text.length(); skip++) {
                        if (like(text, pattern, skip, p + 1)) {
                            return true;
                        }
                    }
                    return false;
                }
                if (t >= text.length() || c != '_' && c != text.charAt(t)) {
                    return false;
                }
                t++;
            }
            return t == text.length();
        }
    }
}
