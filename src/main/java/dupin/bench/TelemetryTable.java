package dupin.bench;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.service.Chosen;
import dupin.service.HuntRow;
import dupin.service.Lists;
import dupin.service.Progress;
import dupin.service.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Telemetry rows of a store in the order of time.
final class TelemetryTable {
    private static final int PAGE = 128;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SHA = "5".repeat(64);

    private final Path folder;
    private final int rows;
    private final Progress progress;
    private final Dice dice = new Dice(11);

    TelemetryTable(Path folder, int rows, Progress progress) {
        this.folder = folder;
        this.rows = rows;
        this.progress = progress;
    }

    List<TablesReport.Figure> run() {
        String table = "%,d telemetry rows".formatted(rows);
        progress.report("Measuring " + table, 0, 0);
        try (var lists = Lists.open(folder)) {
            lists.addTelemetry(SHA, this::make);
        }
        var figures = new ArrayList<TablesReport.Figure>();
        try (var lists = Lists.open(folder)) {
            figures.add(
                    TablesBench.once(
                            table,
                            "open: whole list and first page, the first time",
                            300,
                            () -> page(lists.telemetry(Set.of(), null, null), 0)));
            figures.add(
                    TablesBench.once(
                            table,
                            "a page in the middle, the first time: all in order",
                            Double.NaN,
                            () -> page(lists.telemetry(Set.of(), null, null), rows / 2)));
            figures.add(
                    TablesBench.figure(
                            table,
                            "sort by time, newest first",
                            150,
                            () -> page(lists.telemetry(Set.of(), null, null).turned(), 0)));
            figures.add(
                    TablesBench.figure(
                            table,
                            "filter by kind",
                            150,
                            () -> page(lists.telemetry(Set.of(EventKind.NETWORK_CONNECTION), null, null), 0)));
            Instant middle = START.plusSeconds(rows / 2);
            figures.add(
                    TablesBench.figure(
                            table,
                            "filter by a tenth of the time",
                            150,
                            () -> page(lists.telemetry(Set.of(), middle, middle.plusSeconds(rows / 10)), 0)));
            Window<HuntRow> all = lists.telemetry(Set.of(), null, null);
            int[] at = {0};
            figures.add(
                    TablesBench.figure(
                            table,
                            "a page anywhere, not read before",
                            Double.NaN,
                            () -> page(all, Math.floorMod(at[0] += rows / 7 + 1, rows))));
            figures.add(
                    TablesBench.figure(
                            table,
                            "select all, frozen with its count",
                            50,
                            () -> {
                                if (Chosen.all(all).size() != rows) {
                                    throw new IllegalStateException("The count is not exact");
                                }
                            }));
        }
        return figures;
    }

    private static void page(Window<HuntRow> window, int from) {
        int first = Math.min(from, Math.max(0, window.size() - PAGE));
        int wanted = Math.min(window.size() - first, PAGE);
        if (window.rows(first, first + wanted).size() != wanted) {
            throw new IllegalStateException("A page is not whole");
        }
    }

    private void make(Consumer<TelemetryEvent> into) {
        var kinds =
                List.of(
                        EventKind.FILE_CREATED,
                        EventKind.NETWORK_CONNECTION,
                        EventKind.NETWORK_CONNECTION,
                        EventKind.IMAGE_LOADED);
        for (int i = 0; i < rows; i++) {
            if (i % 100_000 == 0) {
                progress.check();
            }
            EventKind kind = kinds.get(dice.below(kinds.size()));
            Entity target =
                    kind == EventKind.NETWORK_CONNECTION
                            ? Entity.IpAddress.of("10.%d.%d.7".formatted(dice.below(200), dice.below(200)))
                            : new Entity.Url("https://site%d.example/a".formatted(dice.below(5_000)));
            into.accept(
                    new TelemetryEvent(
                            kind,
                            "DeviceEvents",
                            "Measured",
                            START.plusSeconds(i),
                            List.of(
                                    new EventLink(
                                            kind == EventKind.NETWORK_CONNECTION
                                                    ? LinkRole.DESTINATION
                                                    : LinkRole.TARGET,
                                            target)),
                            Map.of(),
                            "{\"ReportId\":" + i + "}",
                            new RowRef(SHA, i + 1L)));
        }
    }
}
