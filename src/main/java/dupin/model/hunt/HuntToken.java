package dupin.model.hunt;

/// A word of a query and where it stands.
///
/// @param text without quotes and brackets
/// @param to place after its last character
record HuntToken(Kind kind, String text, int from, int to) {

    enum Kind {
        WORD,
        /// In quotes.
        TEXT,
        /// In square brackets.
        NAME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean symbol(String wanted) {
        return kind == Kind.SYMBOL && text.equals(wanted);
    }

    /// How a sentence names it.
    String shown() {
        String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return kind == Kind.END ? "the end" : "“" + cut + "”";
    }
}
