package dupin.ui.fx;

import java.util.stream.Collectors;

/// A cited row as text to read: JSON broken into lines, nothing that could deceive the eye, no more than fits a flyout.
/// Any thread.
public final class RawText {
    public static final int LONGEST = 64_000;
    private static final int DEEPEST = 40;

    private RawText() {}

    public static String readable(String raw) {
        String head = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "…" : raw;
        String text = head.stripLeading();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return (json && !text.contains("\n") ? broken(text) : head)
                .lines()
                .map(Elide::oneLine)
                .collect(Collectors.joining("\n"));
    }

    /// Line breaks and indents outside of strings; text that is no JSON after all comes out whole too.
    private static String broken(String text) {
        var out = new StringBuilder(text.length() * 2);
        int depth = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside) {
                out.append(c);
                if (c == '\\' && i + 1 < text.length()) {
                    out.append(text.charAt(++i));
                } else if (c == '"') {
                    inside = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    inside = true;
                    out.append(c);
                }
                case '{', '[' -> line(out.append(c), ++depth);
                case '}', ']' -> {
                    line(out, --depth);
                    out.append(c);
                }
                case ',' -> line(out.append(c), depth);
                case ':' -> out.append(": ");
                default -> {
                    if (!Character.isWhitespace(c)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').append("  ".repeat(Math.clamp(depth, 0, DEEPEST)));
    }
}
