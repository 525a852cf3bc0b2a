package dupin.bench;

import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Measures what tables of very many rows cost where they are worked out, off the screen's thread, on rows that it makes
/// itself in a temporary folder. Runs on the calling thread and takes minutes.
public final class TablesBench {
    private final TablesRequest request;
    private final Progress progress;

    public TablesBench(TablesRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// @throws Problem when files cannot be written
    public TablesReport run() {
        var figures = new ArrayList<TablesReport.Figure>();
        try {
            if (request.alerts() > 0) {
                figures.addAll(new AlertTable(request.alerts(), progress).run());
            }
            Path folder = Files.createTempDirectory("dupin-tables");
            try {
                if (request.incidents() > 0) {
                    figures.addAll(new IncidentTable(folder.resolve("incidents"), request.incidents(), progress).run());
                }
                if (request.telemetry() > 0) {
                    figures.addAll(
                            new TelemetryTable(folder.resolve("telemetry"), request.telemetry(), progress).run());
                }
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(
                    "The measure could not be taken: " + e.getMessage() + ".",
                    "Nothing of yours was changed.",
                    "Make room in the temporary folder.",
                    e);
        }
        return new TablesReport(figures);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// A figure is the median of so many rounds, after one that warms up.
    static final int ROUNDS = 5;

    /// @param target milliseconds by the clock
    static TablesReport.Figure figure(String table, String what, double target, Runnable work) {
        return figure(table, what, target, () -> {}, work);
    }

    /// @param between done before each round, not measured: it makes the list forget what it knows from the round before
    static TablesReport.Figure figure(String table, String what, double target, Runnable between, Runnable work) {
        between.run();
        work.run();
        var walls = new ArrayList<Double>();
        var busy = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            between.run();
            var meter = new Meter();
            long own = Meter.thread();
            work.run();
            busy.add((Meter.thread() - own) / 1e6);
            walls.add(meter.wall());
        }
        return new TablesReport.Figure(table, what, median(walls), median(busy), target);
    }

    /// What can be measured but once.
    static TablesReport.Figure once(String table, String what, double target, Runnable work) {
        var meter = new Meter();
        long own = Meter.thread();
        work.run();
        return new TablesReport.Figure(table, what, meter.wall(), (Meter.thread() - own) / 1e6, target);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
