package dupin.cli;

/// Evidence on a terminal: control characters (escape sequences among them) are shown, not obeyed.
final class Printable {
    private Printable() {}

    static String text(String value) {
        var out = new StringBuilder(value.length());
        value.codePoints()
                .forEach(c -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
