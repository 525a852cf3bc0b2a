package dupin.bench;

import dupin.model.Alert;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.row.AlertRow;
import dupin.model.row.RowIndex;
import dupin.service.Chosen;
import dupin.service.Progress;
import dupin.service.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Alerts as the tabs of an incident hold them: rows in memory, put in order by the index that all such tables use.
final class AlertTable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RowRef ROW = new RowRef("0".repeat(64), 1);

    private final int rows;
    private final Progress progress;
    private final Dice dice = new Dice(13);

    AlertTable(int rows, Progress progress) {
        this.rows = rows;
        this.progress = progress;
    }

    List<TablesReport.Figure> run() {
        String table = "%,d alerts".formatted(rows);
        progress.report("Measuring " + table, 0, 0);
        var all = new ArrayList<AlertRow>(rows);
        for (int i = 0; i < rows; i++) {
            all.add(alert(i));
        }
        var title = key("title", row -> row.alert().title(), String.CASE_INSENSITIVE_ORDER);
        var severity = AlertTable.<Severity>key("severity", row -> row.alert().severity(), Comparator.naturalOrder());
        var time =
                new RowIndex.Key<AlertRow>(
                        "last", list -> list.stream().mapToLong(AlertTable::millis).toArray(), false);
        Function<AlertRow, String> hay = row -> row.alert().title() + "\n" + row.status() + "\n" + row.users();
        var figures = new ArrayList<TablesReport.Figure>();
        var index = new RowIndex<>(List.copyOf(all));
        figures.add(
                TablesBench.once(
                        table,
                        "open: rows in the order in which they came",
                        300,
                        () -> Window.of(index.rows(), row -> row.alert().id())));
        figures.add(
                TablesBench.once(
                        table,
                        "working out keys and text, behind it",
                        Double.NaN,
                        () -> index.warm(List.of(title, severity, time), hay, 1)));
        for (RowIndex.Key<AlertRow> by : List.of(title, severity, time)) {
            figures.add(
                    TablesBench.figure(
                            table,
                            "sort by " + by.column(),
                            150,
                            () -> index.find(List.of(), hay, 1, null, List.of(by))));
        }
        figures.add(
                TablesBench.figure(
                        table,
                        "sort by severity, then title",
                        150,
                        () -> index.find(List.of(), hay, 1, null, List.of(severity, title))));
        for (String word : List.of("user4711", "e")) {
            figures.add(
                    TablesBench.figure(
                            table,
                            "search for \"" + word + "\"",
                            150,
                            () -> index.find(List.of(word), hay, 1, null, List.of())));
        }
        figures.add(
                TablesBench.figure(
                        table,
                        "filter by severity",
                        150,
                        () ->
                                index.find(
                                        List.of(), hay, 1, row -> row.alert().severity() == Severity.HIGH, List.of())));
        Window<AlertRow> window = Window.of(index.rows(), row -> row.alert().id());
        figures.add(
                TablesBench.figure(
                        table,
                        "select all, frozen with its count",
                        50,
                        () -> {
                            if (Chosen.all(window).size() != rows) {
                                throw new IllegalStateException("The count is not exact");
                            }
                        }));
        return figures;
    }

    private static long millis(AlertRow row) {
        Instant time = row.alert().lastActivityDateTime();
        return time == null ? Long.MIN_VALUE + 1 : time.toEpochMilli();
    }

    private static <V> RowIndex.Key<AlertRow> key(String name, Function<AlertRow, V> value, Comparator<V> order) {
        return new RowIndex.Key<>(name, list -> RowIndex.places(list, value, order), true);
    }

    private AlertRow alert(int n) {
        Instant last = START.plusSeconds(dice.below(20_000_000));
        var alert =
                new Alert(
                        "a" + n,
                        "",
                        "Behaviour " + dice.below(20_000) + " was seen on a device",
                        "",
                        "",
                        Severity.values()[dice.below(Severity.values().length)],
                        "",
                        "Execution",
                        "microsoftDefenderForEndpoint",
                        "antivirus",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        last,
                        last,
                        last,
                        null,
                        null,
                        List.of(),
                        ROW);
        return new AlertRow(
                alert,
                "D-1",
                "Incident",
                n % 3 == 0 ? "New" : "Resolved",
                List.of(),
                List.of("user" + dice.below(30_000)),
                List.of(),
                null,
                "",
                "",
                "",
                "");
    }
}
