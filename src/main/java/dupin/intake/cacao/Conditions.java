package dupin.intake.cacao;

import dupin.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads a condition of a CACAO step: STIX comparisons on variables, such as `__v__:value = 'a' AND __n__:value > 3`.
final class Conditions {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 20;
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_-]*)|(?<text>'(?:[^'\\\\]|\\\\.)*+')"
                            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)|(?<sign>!=|<>|==|<=|>=|[():,=<>\\[\\]]))");

    private final List<String> tokens = new ArrayList<>();
    private final TreeSet<String> variables = new TreeSet<>();
    private int at;
    private int depth;

    /// @param variables names that the condition asks for
    record Read(Condition condition, TreeSet<String> variables) {}

    /// @throws IllegalArgumentException with the reason
    static Read read(String text) {
        var reader = new Conditions(text);
        try {
            Condition condition = reader.any();
            if (reader.at < reader.tokens.size()) {
                throw new IllegalArgumentException("the condition goes on after its end, at “" + reader.next() + "”");
            }
            return new Read(condition, reader.variables);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the condition ends too early", e);
        }
    }

    private Conditions(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the condition is longer than " + MAX_LENGTH + " characters");
        }
        String rest = text.strip();
        // Some tools write the comparison as a whole STIX pattern.
        rest = rest.startsWith("[") && rest.endsWith("]") ? rest.substring(1, rest.length() - 1).strip() : rest;
        var matcher = TOKEN.matcher(rest);
        int from = 0;
        while (from < rest.length()) {
            if (!matcher.region(from, rest.length()).lookingAt()) {
                throw new IllegalArgumentException("the condition cannot be read at character " + (from + 1));
            }
            tokens.add(matcher.group().strip());
            from = matcher.end();
        }
    }

    private Condition any() {
        var parts = new ArrayList<Condition>();
        parts.add(all());
        while (word("OR")) {
            at++;
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition all() {
        var parts = new ArrayList<Condition>();
        parts.add(test());
        while (word("AND")) {
            at++;
            parts.add(test());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition test() {
        if (at < tokens.size() && tokens.get(at).equals("(")) {
            if (++depth > MAX_DEPTH) {
                throw new IllegalArgumentException("the condition is nested more than " + MAX_DEPTH + " deep");
            }
            at++;
            Condition inner = any();
            expect(")");
            depth--;
            return inner;
        }
        String variable = next();
        variables.add(variable);
        expect(":");
        if (!next().equals("value")) {
            throw new IllegalArgumentException("a condition asks for a variable's “value” and nothing else");
        }
        boolean negated = word("NOT");
        at += negated ? 1 : 0;
        String sign = next().toUpperCase(Locale.ROOT);
        Condition.Operator operator =
                switch (sign) {
                    case "=", "==" -> Condition.Operator.EQUAL;
                    case "!=", "<>" -> Condition.Operator.NOT_EQUAL;
                    case "<" -> Condition.Operator.LESS;
                    case "<=" -> Condition.Operator.LESS_OR_EQUAL;
                    case ">" -> Condition.Operator.GREATER;
                    case ">=" -> Condition.Operator.GREATER_OR_EQUAL;
                    case "IN" -> Condition.Operator.IN;
                    case "LIKE" -> Condition.Operator.LIKE;
                    default ->
                            throw new IllegalArgumentException(
                                    "the condition compares with “" + sign + "”, which is not supported");
                };
        List<String> values = operator == Condition.Operator.IN ? set() : List.of(value());
        if (operator == Condition.Operator.LIKE && values.getFirst().chars().filter(c -> c == '%').count() > 3) {
            throw new IllegalArgumentException("a LIKE with more than three “%” is not supported");
        }
        return new Condition.Test(variable, operator, negated, values);
    }

    private List<String> set() {
        expect("(");
        var values = new ArrayList<String>();
        values.add(value());
        while (tokens.get(at).equals(",")) {
            at++;
            values.add(value());
        }
        expect(")");
        return values;
    }

    private String value() {
        String token = next();
        if (!token.startsWith("'")) {
            if (!token.matches("[+-]?\\d.*|true|false")) {
                throw new IllegalArgumentException("“" + token + "” is no value; texts stand in single quotes");
            }
            return token;
        }
        return token.substring(1, token.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
    }

    private boolean word(String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }

    private String next() {
        return tokens.get(at++);
    }

    private void expect(String token) {
        String found = next();
        if (!found.equals(token)) {
            throw new IllegalArgumentException("the condition has “" + found + "” where “" + token + "” is due");
        }
    }
}
