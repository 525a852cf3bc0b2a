package dupin.intake.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How a file of delimited text separates its cells, told from its header line.
///
/// @param delimiter one character (a code point, so that it may lie outside the basic plane)
/// @param skippedLines lines above the header that only describe the file (`sep=;`, `#TYPE …`); blank ones do not count
public record CsvDialect(int delimiter, int skippedLines) {
    private static final int MOST_CANDIDATES = 12;
    private static final String USUAL = ",;\t|\u2756";

    /// Tells the delimiter from the text's first lines: of all characters that separate at least two cells it is the
    /// one that gives the most names that `known` knows, then one of the usual ones, then the most frequent.
    public static CsvDialect of(String text, Predicate<String> known) {
        int skipped = 0;
        String rest = text;
        String header = firstLine(rest);
        while (skipped < 3
                && !rest.isEmpty()
                && (header.startsWith("#TYPE") || header.isBlank() || header.startsWith("sep="))) {
            if (header.startsWith("sep=") && header.length() > 4) {
                return new CsvDialect(header.codePointAt(4), skipped + 1);
            }
            skipped += header.isBlank() ? 0 : 1;
            rest = afterFirstLine(rest);
            header = firstLine(rest);
        }
        return new CsvDialect(best(header, known), skipped);
    }

    /// The column names of the text that starts with these lines.
    public Columns columns(String text) {
        String rest = text;
        for (int i = 0; i < skippedLines; ) {
            i += firstLine(rest).isBlank() ? 0 : 1;
            rest = afterFirstLine(rest);
        }
        while (!rest.isEmpty() && firstLine(rest).isBlank()) {
            rest = afterFirstLine(rest);
        }
        return new Columns(split(firstLine(rest), delimiter));
    }

    private static int best(String header, Predicate<String> known) {
        int best = ',';
        long bestScore = -1;
        for (int candidate : candidates(header)) {
            List<String> cells = split(header, candidate);
            if (cells.size() < 2) {
                continue;
            }
            long names = cells.stream().filter(known).count();
            int usual = USUAL.indexOf(candidate);
            long score =
                    names * 1_000_000
                            + (usual >= 0 ? 100_000 : 0)
                            + Math.min(cells.size(), 10_000) * 10L
                            - Math.max(usual, 0);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /// The usual delimiters that occur, and the most frequent of the other characters: a header that is none may hold
    /// thousands of different ones.
    private static List<Integer> candidates(String header) {
        Map<Integer, Integer> counts = new TreeMap<>();
        header.codePoints().filter(CsvDialect::maySeparate).forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                one -> USUAL.indexOf(one.getKey()) >= 0 ? Integer.MIN_VALUE : -one.getValue()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean maySeparate(int c) {
        return !Character.isLetterOrDigit(c) && "\"'_ .()[]{}-@$/\\".indexOf(c) < 0;
    }

    private static List<String> split(String header, int delimiter) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int c : header.codePoints().toArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.appendCodePoint(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static String firstLine(String text) {
        return text.substring(0, lineEnd(text));
    }

    private static String afterFirstLine(String text) {
        int end = lineEnd(text);
        if (end < text.length()
                && text.charAt(end) == '\r'
                && end + 1 < text.length()
                && text.charAt(end + 1) == '\n') {
            end++;
        }
        return end < text.length() ? text.substring(end + 1) : "";
    }

    private static int lineEnd(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                return i;
            }
        }
        return text.length();
    }
}
