package dupin.ui.fx;

import java.util.List;

/// CSV that a spreadsheet cannot execute: a cell that would start a formula gets an apostrophe before it, and so does one
/// that starts with an apostrophe, which makes it reversible.
public final class Csv {
    private static final String LEADS = "=+-@\t\r\n'";

    private Csv() {}

    public static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    public static String cell(String text) {
        String safe = guard(text);
        boolean quote =
                safe.indexOf(',') >= 0
                        || safe.indexOf('"') >= 0
                        || safe.indexOf('\n') >= 0
                        || safe.indexOf('\r') >= 0
                        || safe.indexOf(';') >= 0;
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /// The apostrophe alone, without quotes.
    public static String guard(String text) {
        return !text.isEmpty() && LEADS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// The inverse of [#guard].
    public static String unguard(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && LEADS.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}
