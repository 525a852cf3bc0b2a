package dupin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads comparisons as STIX patterns write them: `type:path OPERATOR value`, joined by AND before OR, in brackets or not.
/// What they become is up to the reader that extends this. One text, one thread; every fault is a [BadRecordException]
/// whose sentence begins with what the text is.
///
/// @param <T> what a comparison becomes
public abstract class StixComparisons<T> {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<text>[btTh]?'(?:[^'\\\\]|\\\\.)*+')|(?<word>[A-Za-z_][A-Za-z0-9_-]*)"
                            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)|(?<sign>!=|<>|==|<=|>=|[\\[\\]():.=<>,*]))");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d.*|(?i:true|false)");

    private final List<String> tokens = new ArrayList<>();
    private final String what;
    private final int maxDepth;
    private int at;
    private int depth;

    /// How a property is compared; some readers know fewer.
    public enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        LIKE,
        MATCHES,
        IS_SUBSET,
        IS_SUPERSET,
        EXISTS
    }

    /// @param what begins each sentence on a fault, such as "its pattern"
    protected StixComparisons(String text, String what, int maxLength, int maxDepth) {
        this.what = what;
        this.maxDepth = maxDepth;
        if (text.length() > maxLength) {
            throw fault("is longer than " + maxLength + " characters");
        }
        String rest = text.stripTrailing();
        var matcher = TOKEN.matcher(rest);
        int from = 0;
        while (from < rest.length()) {
            if (!matcher.region(from, rest.length()).lookingAt()) {
                throw fault("cannot be read at character " + (from + 1));
            }
            tokens.add(matcher.group().strip());
            from = matcher.end();
        }
    }

    protected abstract T any(List<T> parts);

    protected abstract T all(List<T> parts);

    /// @param type before the colon
    /// @param path the properties after it, at least one; indexes of lists are left out
    /// @param values one, more for IN, none for EXISTS
    protected abstract T compare(
            String type, List<String> path, Operator operator, boolean negated, List<String> values);

    protected final T comparisons() {
        var parts = new ArrayList<T>();
        parts.add(alternative());
        while (skip("OR")) {
            parts.add(alternative());
        }
        return parts.size() == 1 ? parts.getFirst() : any(parts);
    }

    private T alternative() {
        var parts = new ArrayList<T>();
        parts.add(test());
        while (skip("AND")) {
            parts.add(test());
        }
        return parts.size() == 1 ? parts.getFirst() : all(parts);
    }

    private T test() {
        if (peek("(")) {
            enter();
            expect("(");
            T inner = comparisons();
            expect(")");
            leave();
            return inner;
        }
        boolean exists = skip("EXISTS");
        String type = next();
        expect(":");
        List<String> path = path();
        if (exists) {
            return compare(type, path, Operator.EXISTS, false, List.of());
        }
        boolean negated = skip("NOT");
        Operator operator = operator(next());
        return compare(type, path, operator, negated, operator == Operator.IN ? set() : List.of(value()));
    }

    private List<String> path() {
        var properties = new ArrayList<String>();
        properties.add(text(next()));
        while (peek(".") || peek("[")) {
            if (next().equals("[")) {
                next();
                expect("]");
            } else {
                properties.add(text(next()));
            }
        }
        return properties;
    }

    private Operator operator(String token) {
        return switch (token.toUpperCase(Locale.ROOT)) {
            case "=", "==" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "IN" -> Operator.IN;
            case "LIKE" -> Operator.LIKE;
            case "MATCHES" -> Operator.MATCHES;
            case "ISSUBSET" -> Operator.IS_SUBSET;
            case "ISSUPERSET" -> Operator.IS_SUPERSET;
            default -> throw fault("compares with “" + token + "”, which STIX does not know");
        };
    }

    private List<String> set() {
        expect("(");
        var values = new ArrayList<String>();
        values.add(value());
        while (skip(",")) {
            values.add(value());
        }
        expect(")");
        return values;
    }

    private String value() {
        String token = next();
        if (!token.endsWith("'") && !PLAIN.matcher(token).matches()) {
            throw fault("has “" + token + "” for a value; texts stand in single quotes");
        }
        return text(token);
    }

    /// A text without what marks its kind, its quotes and escapes; anything else as it stands.
    private static String text(String token) {
        if (!token.endsWith("'")) {
            return token;
        }
        var out = new StringBuilder();
        for (int i = token.indexOf('\'') + 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            out.append(c == '\\' ? token.charAt(++i) : c);
        }
        return out.toString();
    }

    protected final void end() {
        if (more()) {
            throw fault("goes on after its end, at “" + next() + "”");
        }
    }

    protected final boolean more() {
        return at < tokens.size();
    }

    protected final String next() {
        if (!more()) {
            throw fault("ends too early");
        }
        return tokens.get(at++);
    }

    protected final boolean peek(String token) {
        return more() && tokens.get(at).equals(token);
    }

    /// Passes over the word or sign if it is next, in any case.
    protected final boolean skip(String word) {
        boolean there = more() && tokens.get(at).equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    protected final void expect(String token) {
        String found = next();
        if (!found.equals(token)) {
            throw fault("has “" + found + "” where “" + token + "” is due");
        }
    }

    protected final void enter() {
        if (++depth > maxDepth) {
            throw fault("is nested more than " + maxDepth + " deep");
        }
    }

    protected final void leave() {
        depth--;
    }

    protected final BadRecordException fault(String says) {
        return new BadRecordException(what + " " + says);
    }
}
