package dupin.bench;

import dupin.engine.sigma.Matcher;
import dupin.engine.sigma.RuleSet;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Sink;
import dupin.intake.formats.Formats;
import dupin.intake.sigma.RuleFolder;
import dupin.intake.windows.WindowsLogs;
import dupin.model.Imported;
import dupin.model.LogRecord;
import dupin.model.sigma.RulePack;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How many events a second one processor matches with all rules of a folder. The events are those of a generated case.
final class MatchingCost {
    private static final double WANTED = 12_000;
    private static final long ROWS = 20_000;
    private static final int ROUNDS = 5;

    private final Path rules;
    private final Progress progress;

    MatchingCost(Path rules, Progress progress) {
        this.rules = rules;
        this.progress = progress;
    }

    List<CostFigure> run() throws IOException {
        progress.report("Measuring detection rules", 0, 0);
        RulePack pack = RuleFolder.read(rules);
        RuleSet set = RuleSet.of(List.of(pack), Map.of());
        Matcher matcher = set.matcher();
        List<LogRecord> events = events();
        int matches = 0;
        double[] busy = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            progress.check();
            var meter = new Meter();
            matches = 0;
            for (LogRecord event : events) {
                matches += matcher.match(event).size();
            }
            busy[round] = meter.wall();
        }
        java.util.Arrays.sort(busy);
        double rate = 1_000.0 * events.size() / busy[ROUNDS / 2];
        return List.of(
                CostFigure.plain(CostPart.MATCHING, "rules", set.rules().size(), ""),
                CostFigure.plain(CostPart.MATCHING, "events", events.size(), ""),
                CostFigure.plain(CostPart.MATCHING, "matches", matches, ""),
                CostFigure.atLeast(CostPart.MATCHING, "events a second on one processor", rate, "", WANTED));
    }

    private static List<LogRecord> events() throws IOException {
        Path folder = Files.createTempDirectory("dupin-bench");
        try {
            List<Path> files = new CaseGenerator(new GenerateRequest(Tier.S, folder, 10, ROWS, 1), Progress.NONE).run();
            var source = FileSource.of(files.get(CaseGenerator.TELEMETRY));
            var read = new ArrayList<LogRecord>();
            Formats.all().choose(source).read(source, sink(read));
            return List.copyOf(read);
        } catch (ImportRefusedException e) {
            throw new IOException("The generated telemetry cannot be read", e);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Sink sink(List<LogRecord> read) {
        return new Sink() {
            @Override
            public void accept(Imported record) {
                if (record instanceof Imported.OfEvent(var event)) {
                    WindowsLogs.record(event.raw()).ifPresent(read::add);
                }
            }

            @Override
            public void progress(long bytesRead) {}
        };
    }
}
