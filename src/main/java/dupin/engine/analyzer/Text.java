package dupin.engine.analyzer;

import dupin.model.Technique;

/// Words of findings.
final class Text {

    private static final int MAX = 600;
    private static final int QUOTE = 160;

    private Text() {}

    static String bounded(String text) {
        return text.length() <= MAX ? text : text.substring(0, MAX - 1) + "…";
    }

    /// What was seen, in quotation marks, its middle left out when long.
    static String quote(String seen) {
        String text = seen.strip();
        if (text.length() > QUOTE) {
            text = text.substring(0, QUOTE - 41) + " … " + text.substring(text.length() - 38);
        }
        return "“" + text + "”";
    }

    static Technique technique(String id, String name) {
        return new Technique(id, name);
    }
}
