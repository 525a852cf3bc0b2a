package dupin.intake.sigma;

import dupin.model.sigma.Condition;
import dupin.model.sigma.RuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a condition: `or` binds weakest, then `and`, `not`, `x of`, parentheses.
final class ConditionReader {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_WORDS = 2_000;

    private final List<String> words;
    private int next;
    private int depth;

    private ConditionReader(List<String> words) {
        this.words = words;
    }

    static Condition read(String text) throws RuleException {
        if (text.length() > 20_000) {
            throw new RuleException("The condition is longer than 20,000 characters");
        }
        var reader = new ConditionReader(words(text));
        Condition condition = reader.or();
        if (reader.next < reader.words.size()) {
            throw new RuleException("The condition has `" + reader.words.get(reader.next) + "` where it should end");
        }
        return condition;
    }

    private static List<String> words(String text) throws RuleException {
        var words = new ArrayList<String>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '(' || c == ')') {
                words.add(String.valueOf(c));
                i++;
            } else if (c == '|') {
                throw new RuleException("The condition has a pipe (aggregation of Sigma 1); use a correlation rule");
            } else if (isWord(c)) {
                int start = i;
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                words.add(text.substring(start, i));
            } else {
                throw new RuleException("The condition has an unexpected `" + c + "`");
            }
            if (words.size() > MAX_WORDS) {
                throw new RuleException("The condition has more than " + MAX_WORDS + " words");
            }
        }
        return words;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '*' || c == '.' || c == '?';
    }

    private boolean at(String word) {
        return next < words.size() && words.get(next).equalsIgnoreCase(word);
    }

    private Condition or() throws RuleException {
        var parts = new ArrayList<Condition>();
        parts.add(and());
        while (at("or")) {
            next++;
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition and() throws RuleException {
        var parts = new ArrayList<Condition>();
        parts.add(not());
        while (at("and")) {
            next++;
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition not() throws RuleException {
        if (++depth > MAX_DEPTH) {
            throw new RuleException("The condition is nested deeper than " + MAX_DEPTH);
        }
        try {
            if (at("not")) {
                next++;
                return new Condition.Not(not());
            }
            return single();
        } finally {
            depth--;
        }
    }

    private Condition single() throws RuleException {
        if (next >= words.size()) {
            throw new RuleException("The condition ends where a selection should stand");
        }
        String word = words.get(next++);
        if (word.equals("(")) {
            Condition inner = or();
            if (!at(")")) {
                throw new RuleException("The condition lacks a closing parenthesis");
            }
            next++;
            return inner;
        }
        if (at("of")) {
            boolean all =
                    switch (word.toLowerCase(Locale.ROOT)) {
                        case "all" -> true;
                        case "1", "any" -> false;
                        default ->
                                throw new RuleException("`" + word + " of` is not understood; use `1 of` or `all of`");
                    };
            next++;
            if (next >= words.size() || words.get(next).equals("(") || words.get(next).equals(")")) {
                throw new RuleException("`" + word + " of` names no selections");
            }
            return new Condition.Of(all, words.get(next++));
        }
        if (word.equals(")") || reserved(word)) {
            throw new RuleException("The condition has `" + word + "` where a selection should stand");
        }
        return new Condition.Named(word);
    }

    private static boolean reserved(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "and", "or", "not", "of" -> true;
            default -> false;
        };
    }
}
