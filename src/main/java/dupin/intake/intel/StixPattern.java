package dupin.intake.intel;

import dupin.intake.BadRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the pattern of an indicator: observations in brackets, joined by OR. What needs several observations of one story
/// (AND or FOLLOWEDBY between brackets, REPEATS) is refused with a sentence.
final class StixPattern {
    private static final int MAX_LENGTH = 60_000;
    private static final int MAX_DEPTH = 60;
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<word>[A-Za-z][A-Za-z0-9_-]*)|(?<text>[btTh]?'(?:[^'\\\\]|\\\\.)*+')"
                            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)|(?<sign>!=|<>|==|<=|>=|[\\[\\]():.=<>,*]))");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private StixPattern(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new BadRecordException("its pattern is longer than " + MAX_LENGTH + " characters");
        }
        var matcher = TOKEN.matcher(pattern);
        int from = 0;
        String rest = pattern.stripTrailing();
        while (from < rest.length()) {
            if (!matcher.region(from, rest.length()).lookingAt()) {
                throw new BadRecordException("its pattern cannot be read at character " + (from + 1));
            }
            tokens.add(matcher.group().strip());
            from = matcher.end();
        }
    }

    /// @throws BadRecordException with the reason when the pattern is not understood or not supported
    static Comparison parse(String pattern) {
        var reader = new StixPattern(pattern);
        try {
            Comparison all = reader.observations();
            if (reader.at < reader.tokens.size()) {
                throw new BadRecordException("its pattern goes on after its end, at “" + reader.next() + "”");
            }
            return all;
        } catch (IndexOutOfBoundsException e) {
            throw new BadRecordException("its pattern ends too early");
        }
    }

    private Comparison observations() {
        var any = new ArrayList<Comparison>();
        any.add(observation());
        while (at < tokens.size() && !peek(")")) {
            String word = next().toUpperCase(Locale.ROOT);
            switch (word) {
                case "OR" -> any.add(observation());
                case "WITHIN" -> {
                    at += 2;
                }
                case "START", "STOP" -> at++;
                case "REPEATS" -> {
                    if (!next().equals("1")) {
                        throw new BadRecordException("its pattern counts repetitions (REPEATS), which is not matched");
                    }
                    at++;
                }
                case "AND", "FOLLOWEDBY" ->
                        throw new BadRecordException(
                                "its pattern joins several observations with "
                                        + word
                                        + ", which is not matched; only alternatives (OR) are");
                default -> throw new BadRecordException("its pattern is not understood at “" + word + "”");
            }
        }
        return any.size() == 1 ? any.getFirst() : new Comparison.Or(any);
    }

    private Comparison observation() {
        enter();
        Comparison inner;
        if (peek("(")) {
            at++;
            inner = observations();
            expect(")");
        } else {
            expect("[");
            inner = or();
            expect("]");
        }
        depth--;
        return inner;
    }

    private Comparison or() {
        var any = new ArrayList<Comparison>();
        any.add(and());
        while (word("OR")) {
            at++;
            any.add(and());
        }
        return any.size() == 1 ? any.getFirst() : new Comparison.Or(any);
    }

    private Comparison and() {
        var all = new ArrayList<Comparison>();
        all.add(test());
        while (word("AND")) {
            at++;
            all.add(test());
        }
        return all.size() == 1 ? all.getFirst() : new Comparison.And(all);
    }

    private Comparison test() {
        if (peek("(")) {
            enter();
            at++;
            Comparison inner = or();
            expect(")");
            depth--;
            return inner;
        }
        if (word("EXISTS")) {
            at++;
            return new Comparison.Leaf(path(), Comparison.Operator.EXISTS, false, List.of(), Optional.empty());
        }
        String path = path();
        boolean negated = word("NOT");
        at += negated ? 1 : 0;
        String sign = next().toUpperCase(Locale.ROOT);
        var operator =
                switch (sign) {
                    case "=", "==" -> Comparison.Operator.EQUAL;
                    case "!=", "<>" -> Comparison.Operator.NOT_EQUAL;
                    case "<" -> Comparison.Operator.LESS;
                    case "<=" -> Comparison.Operator.LESS_OR_EQUAL;
                    case ">" -> Comparison.Operator.GREATER;
                    case ">=" -> Comparison.Operator.GREATER_OR_EQUAL;
                    case "IN" -> Comparison.Operator.IN;
                    case "LIKE" -> Comparison.Operator.LIKE;
                    case "MATCHES" -> Comparison.Operator.MATCHES;
                    case "ISSUBSET" -> Comparison.Operator.IS_SUBSET;
                    case "ISSUPERSET" -> Comparison.Operator.IS_SUPERSET;
                    default ->
                            throw new BadRecordException(
                                    "its pattern compares with “" + sign + "”, which STIX does not know");
                };
        List<String> values = operator == Comparison.Operator.IN ? set() : List.of(value());
        Optional<Steps> regex =
                switch (operator) {
                    case LIKE -> Comparison.like(values.getFirst());
                    case MATCHES -> Steps.of(values.getFirst(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
                    default -> Optional.empty();
                };
        if (operator == Comparison.Operator.MATCHES && regex.isEmpty()) {
            throw new BadRecordException("its regular expression is too long or not understood");
        }
        return new Comparison.Leaf(path, operator, negated, values, regex);
    }

    private String path() {
        String type = next();
        expect(":");
        var properties = new ArrayList<String>();
        properties.add(text(next()));
        while (at < tokens.size() && (peek(".") || peek("["))) {
            if (next().equals("[")) {
                at++;
                expect("]");
            } else {
                properties.add(text(next()));
            }
        }
        return Observed.path(type.toLowerCase(Locale.ROOT), properties);
    }

    private List<String> set() {
        expect("(");
        var values = new ArrayList<String>();
        values.add(value());
        while (peek(",")) {
            at++;
            values.add(value());
        }
        expect(")");
        return values;
    }

    private String value() {
        String token = next();
        if (token.length() > 1 && token.charAt(1) == '\'' && token.charAt(0) != '\'') {
            return text(token.substring(1));
        }
        return text(token);
    }

    /// A text without its quotes and escapes.
    private static String text(String token) {
        if (!token.startsWith("'")) {
            return token;
        }
        var out = new StringBuilder();
        for (int i = 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            out.append(c == '\\' && i + 1 < token.length() - 1 ? token.charAt(++i) : c);
        }
        return out.toString();
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new BadRecordException("its pattern is nested more than " + MAX_DEPTH + " deep");
        }
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean peek(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private boolean word(String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }

    private void expect(String token) {
        String found = next();
        if (!found.equals(token)) {
            throw new BadRecordException("its pattern has “" + found + "” where “" + token + "” is due");
        }
    }
}
