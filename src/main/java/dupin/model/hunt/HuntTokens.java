package dupin.model.hunt;

import java.util.List;

/// The words of a query from the first to the last. What was asked for at the end is wished for. For one parser.
final class HuntTokens {
    private final List<HuntToken> tokens;
    private final HuntWishes wishes;
    private int at;

    HuntTokens(List<HuntToken> tokens, HuntWishes wishes) {
        this.tokens = tokens;
        this.wishes = wishes;
    }

    HuntToken now() {
        return tokens.get(at);
    }

    void next() {
        at = Math.min(at + 1, tokens.size() - 1);
    }

    boolean end() {
        return now().kind() == HuntToken.Kind.END;
    }

    boolean accept(String word, String what) {
        if (end()) {
            wishes.add(word, what);
        }
        boolean there = now().is(word);
        if (there) {
            next();
        }
        return there;
    }

    /// @param what "" when it need not be offered
    boolean acceptSymbol(String symbol, String what) {
        if (end() && !what.isEmpty()) {
            wishes.add(symbol, what);
        }
        boolean there = now().symbol(symbol);
        if (there) {
            next();
        }
        return there;
    }

    void need(String symbol, String expected) {
        if (end()) {
            wishes.add(symbol, "");
        }
        if (!acceptSymbol(symbol, "")) {
            throw unexpected(expected);
        }
    }

    HuntSyntaxException unexpected(String expected) {
        return wrong(expected + ", found " + now().shown() + ".");
    }

    HuntSyntaxException wrong(String sentence) {
        return new HuntSyntaxException(now().from(), now().to() - now().from(), sentence);
    }
}
