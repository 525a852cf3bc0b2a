package dupin.model.hunt;

import java.util.ArrayList;
import java.util.List;

/// Cuts a query into its words. Pure.
final class HuntLexer {
    static final int LONGEST = 10_000;
    private static final String SPECIAL = "\"'(),|=!<>";

    private final String text;
    private final List<HuntToken> tokens = new ArrayList<>();
    private int at;

    private HuntLexer(String text) {
        this.text = text;
    }

    /// @throws HuntSyntaxException at an open quote or bracket, or a character that means nothing
    static List<HuntToken> tokens(String text) {
        if (text.length() > LONGEST) {
            throw new HuntSyntaxException(
                    LONGEST, text.length() - LONGEST, "A query has at most " + LONGEST + " characters.");
        }
        return new HuntLexer(text).all();
    }

    /// Whether a bare word may have the character.
    static boolean bare(char c) {
        return !Character.isWhitespace(c) && SPECIAL.indexOf(c) < 0;
    }

    private List<HuntToken> all() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (c == '[') {
                name();
            } else if (bare(c)) {
                word();
            } else {
                symbol(c);
            }
        }
        tokens.add(new HuntToken(HuntToken.Kind.END, "", at, at));
        return List.copyOf(tokens);
    }

    private void quoted(char quote) {
        int from = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                tokens.add(new HuntToken(HuntToken.Kind.TEXT, value.toString(), from, at));
                return;
            }
        }
        throw new HuntSyntaxException(
                from, text.length() - from, "This quote is never closed; expected another " + quote + ".");
    }

    private void name() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new HuntSyntaxException(
                    at, text.length() - at, "This bracket is never closed; expected ] after the name.");
        }
        String name = text.substring(at + 1, end).strip();
        if (name.isEmpty()) {
            throw new HuntSyntaxException(at, end + 1 - at, "Expected a name between the brackets.");
        }
        tokens.add(new HuntToken(HuntToken.Kind.NAME, name, at, end + 1));
        at = end + 1;
    }

    private void word() {
        int from = at;
        while (at < text.length() && bare(text.charAt(at))) {
            at++;
        }
        tokens.add(new HuntToken(HuntToken.Kind.WORD, text.substring(from, at), from, at));
    }

    private void symbol(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean two = "=!<>".indexOf(c) >= 0 && next == '=' || c == '<' && next == '>';
        String symbol = text.substring(at, at + (two ? 2 : 1));
        if (symbol.equals("!")) {
            throw new HuntSyntaxException(at, 1, "Expected = after !, or the word not.");
        }
        tokens.add(new HuntToken(HuntToken.Kind.SYMBOL, symbol, at, at + symbol.length()));
        at += symbol.length();
    }
}
