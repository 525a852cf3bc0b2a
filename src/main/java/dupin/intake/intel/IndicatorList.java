package dupin.intake.intel;

import dupin.intake.Instants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plain list of indicators: one on each line, or a table with or without a head. Values may be defanged; what stands
/// behind `#`, `;` or `//` at the start of a line, or behind ` #`, is a comment. The sort of a value is told by its form.
final class IndicatorList {
    private static final int MAX_LINE = 20_000;
    private static final int MAX_CELLS = 200;

    private static final Map<String, Set<String>> HEADS =
            Map.of(
                    "value",
                    Set.of(
                            "indicator",
                            "value",
                            "ioc",
                            "ioc_value",
                            "indicatorvalue",
                            "observable",
                            "sha256",
                            "sha256_hash",
                            "sha1",
                            "md5",
                            "hash",
                            "ip",
                            "ip_address",
                            "dst_ip",
                            "domain",
                            "hostname",
                            "host",
                            "url"),
                    "threat",
                    Set.of(
                            "threat",
                            "malware",
                            "malware_printable",
                            "malware_family",
                            "family",
                            "threat_name",
                            "campaign",
                            "actor",
                            "signature",
                            "tags",
                            "description",
                            "title"),
                    "from",
                    Set.of("first_seen", "first_seen_utc", "firstseen", "date", "dateadded", "valid_from", "created"),
                    "until",
                    Set.of("valid_until", "expiration", "expirationtime", "expires"),
                    "confidence",
                    Set.of("confidence", "confidence_level"));

    private final String pack;
    private final IntelBuilder into;
    private final PackReading reading;
    private @Nullable Map<String, List<Integer>> head;
    private char separator;
    private boolean started;

    private IndicatorList(String pack, IntelBuilder into, PackReading reading) {
        this.pack = pack;
        this.into = into;
        this.reading = reading;
    }

    static void read(InputStream in, String pack, IntelBuilder into, PackReading reading) throws IOException {
        var list = new IndicatorList(pack, into, reading);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.length() > MAX_LINE) {
                reading.refuse("line " + number, "it is longer than " + MAX_LINE + " characters");
            } else {
                list.line(bare(line), number);
            }
        }
    }

    /// The line without its comment; "" when nothing else is on it.
    static String bare(String line) {
        String text = line.strip();
        text = text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
        if (text.startsWith("#") || text.startsWith(";") || text.startsWith("//")) {
            return "";
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }

    private void line(String line, long number) {
        if (line.isEmpty()) {
            return;
        }
        if (!started) {
            started = true;
            separator = separator(line);
            if (begins(line)) {
                return;
            }
        }
        List<String> cells = cells(line, separator);
        Map<String, List<Integer>> columns = head;
        if (columns == null) {
            plain(cells, number);
        } else {
            row(cells, columns, number);
        }
    }

    private static char separator(String line) {
        for (char c : new char[] {'\t', ';', ',', '|'}) {
            if (line.indexOf(c) > 0) {
                return c;
            }
        }
        return '\0';
    }

    /// Whether the line is the head of a table.
    private boolean begins(String line) {
        var columns = new HashMap<String, List<Integer>>();
        List<String> names = cells(line, separator);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            for (var entry : HEADS.entrySet()) {
                if (entry.getValue().contains(name)) {
                    columns.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(i);
                }
            }
        }
        if (!columns.containsKey("value")) {
            return false;
        }
        head = columns;
        return true;
    }

    private void plain(List<String> cells, long number) {
        for (int i = 0; i < cells.size(); i++) {
            String term = Terms.guess(cells.get(i));
            if (!term.isEmpty()) {
                var threats =
                        cells.stream().skip(i + 1L).map(String::strip).filter(IndicatorList::isName).limit(1).toList();
                put(term, new Note(pack, "", threats, -1, null, null, null), number);
                return;
            }
        }
        reading.refuse(
                "line " + number, "“" + cut(cells.getFirst()) + "” is no hash, address, domain, link or mail address");
    }

    private static boolean isName(String cell) {
        return cell.length() > 2 && cell.length() < 80 && Terms.guess(cell).isEmpty() && !cell.matches("[\\d:. TZ/-]+");
    }

    private void row(List<String> cells, Map<String, List<Integer>> columns, long number) {
        List<String> terms =
                columns.getOrDefault("value", List.of()).stream()
                        .filter(i -> i < cells.size())
                        .map(i -> Terms.guess(cells.get(i)))
                        .filter(term -> !term.isEmpty())
                        .toList();
        if (terms.isEmpty()) {
            reading.refuse("line " + number, "none of its cells is a hash, address, domain, link or mail address");
            return;
        }
        String threat = cell(cells, columns, "threat");
        Instant from = Instants.parse(cell(cells, columns, "from"));
        String confidence = cell(cells, columns, "confidence");
        reading.changed(from);
        var note =
                new Note(
                        pack,
                        "",
                        threat.isEmpty() ? List.of() : List.of(cut(threat)),
                        confidence.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(confidence)) : -1,
                        from,
                        Instants.parse(cell(cells, columns, "until")),
                        null);
        terms.forEach(term -> put(term, note, number));
    }

    private static String cell(List<String> cells, Map<String, List<Integer>> columns, String what) {
        for (int i : columns.getOrDefault(what, List.of())) {
            if (i < cells.size() && !cells.get(i).isBlank()) {
                return cells.get(i).strip();
            }
        }
        return "";
    }

    private void put(String term, Note note, long number) {
        if (into.term(term, into.note(note))) {
            reading.count(Words.plural(Terms.basis(term)));
        } else {
            reading.refuse("line " + number, "it is too long, or the packs hold too many indicators");
        }
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /// Cells of a line; a cell may stand in quotes.
    static List<String> cells(String line, char separator) {
        if (separator == '\0') {
            return List.of(unquoted(line));
        }
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length() && cells.size() < MAX_CELLS; i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
