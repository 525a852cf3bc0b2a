package dupin.ui.fx;

/// Shortens in the middle: of a path, a hash or a command line both ends matter. Any thread.
public final class Elide {
    private static final String DOTS = "…";

    private Elide() {}

    /// At most `length` characters, of which the end gets the larger half. Line breaks and control characters become spaces,
    /// so that a hostile text cannot break a row.
    public static String middle(String text, int length) {
        String line = oneLine(text);
        if (line.length() <= length) {
            return line;
        }
        if (length <= 1) {
            return DOTS;
        }
        int head = (length - 1) / 2;
        int tail = length - 1 - head;
        int cut = Character.isHighSurrogate(line.charAt(Math.max(0, head - 1))) ? head - 1 : head;
        int resume = line.length() - tail;
        if (Character.isLowSurrogate(line.charAt(resume))) {
            resume++;
        }
        return line.substring(0, Math.max(0, cut)) + DOTS + line.substring(resume);
    }

    /// The text without line breaks, control characters and marks that turn the direction of writing.
    public static String oneLine(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || turnsDirection(c)) {
                if (line == null) {
                    line = new StringBuilder(text);
                }
                line.setCharAt(i, ' ');
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean turnsDirection(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\u200E' || c == '\u200F';
    }
}
