package dupin.intake;

import java.nio.charset.StandardCharsets;

/// Says what a file that nobody reads looks like, so that the user knows what to export instead.
final class Looks {
    private static final int SHOWN_NAMES = 6;

    private Looks() {}

    static String like(Head head) {
        byte[] bytes = head.bytes();
        if (bytes.length == 0) {
            return "the file is empty.";
        }
        String magic = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        if (magic.startsWith("%PDF")) {
            return "this is a PDF document; only structured exports can be imported.";
        }
        if (magic.startsWith("MZ") || magic.startsWith("\u007fELF")) {
            return "this is a program and not an export.";
        }
        if (magic.startsWith("PK")) {
            return "this is a zip archive that holds nothing that is read.";
        }
        String text = head.text();
        if (text.startsWith("<")) {
            return "this is XML or HTML, which is not read.";
        }
        JsonHead json = JsonHead.of(head);
        if (json.isJson()) {
            String known = KnownContent.what(json);
            if (!known.isEmpty()) {
                return "this looks like " + known + ". That is not imported.";
            }
            String names =
                    json.record().node().propertyNames().stream()
                            .limit(SHOWN_NAMES)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("");
            return names.isEmpty()
                    ? "this starts like JSON, but no record of it can be read."
                    : "this is JSON whose first record has the fields " + shown(names) + " and is of no known kind.";
        }
        long binary =
                text.chars()
                        .limit(1_000)
                        .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0xFFFD)
                        .count();
        return binary > 10 ? "this is a binary file of an unknown kind." : "this is text of an unknown kind.";
    }

    private static String shown(String names) {
        return names.length() > 200 ? names.substring(0, 200) + "…" : names;
    }
}
