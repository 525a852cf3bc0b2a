package dupin.cli;

import dupin.bench.BenchReport;
import dupin.bench.BenchRequest;
import dupin.bench.CaseGenerator;
import dupin.bench.CostBench;
import dupin.bench.CostPart;
import dupin.bench.CostReport;
import dupin.bench.CostRequest;
import dupin.bench.GenerateRequest;
import dupin.bench.TablesBench;
import dupin.bench.TablesReport;
import dupin.bench.TablesRequest;
import dupin.bench.Tier;
import dupin.bench.VerdictBench;
import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dupin bench …`: how good and how fast Dupin is.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Dupin on labelled cases, and makes cases to measure it on.",
        subcommands = {
            BenchCommand.Verdicts.class,
            BenchCommand.Cost.class,
            BenchCommand.Tables.class,
            GraphBenchCommand.class,
            BenchCommand.Generate.class,
            BenchUiCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec private picocli.CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    BenchCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// Where alerts of a case of telemetry come from; the names are what is typed.
    @SuppressWarnings("checkstyle:ConstantName")
    enum Alerts {
        given,
        rules
    }

    /// `dupin bench verdicts DIR`.
    @Command(
            name = "verdicts",
            mixinStandardHelpOptions = true,
            description = "Scores verdicts, scope, alerts and proposals on every labelled case under a folder.")
    static final class Verdicts implements Callable<Integer> {
        private final Setting setting;

        @Parameters(
                index = "0",
                paramLabel = "DIR",
                description = "Folder with truth files and data, nested as you like.")
        private Path folder = Path.of("");

        @Option(
                names = "--alerts",
                defaultValue = "given",
                description =
                        "given: the alerts beside the truth; rules: those that --rules raise (default ${DEFAULT-VALUE}).")
        private Alerts alerts = Alerts.given;

        @Option(names = "--rules", paramLabel = "FOLDER", description = "Detection rules, with --alerts rules.")
        private List<Path> rules = List.of();

        @Option(names = "--blind", description = "Ignore the verdicts of providers.")
        private boolean blind;

        @Option(names = "--workers", defaultValue = "2", description = "Investigations at a time.")
        private int workers;

        @Option(names = "--json", paramLabel = "FILE", description = "Write everything to this file as JSON, too.")
        private @Nullable Path json;

        Verdicts(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (alerts == Alerts.rules && rules.isEmpty()) {
                setting.err().println("--alerts rules needs --rules FOLDER.");
                return Exit.USAGE;
            }
            var request =
                    new BenchRequest(folder, alerts == Alerts.rules ? rules : List.of(), blind, Math.max(1, workers));
            BenchReport report = new VerdictBench(request, new Shown(setting)).run();
            report.lines().forEach(line -> setting.out().println(Printable.text(line)));
            if (json != null) {
                write(json, report.json());
            }
            return report.problems().isEmpty() ? Exit.DONE : Exit.LOOK;
        }
    }

    /// `dupin bench cost`.
    @Command(
            name = "cost",
            mixinStandardHelpOptions = true,
            description =
                    "Measures what investigations, alerts, the opening and the replay of a case and detection rules cost, on cases that it makes.")
    static final class Cost implements Callable<Integer> {
        private final Setting setting;

        @Option(
                names = "--part",
                split = ",",
                paramLabel = "PART",
                description = "Only these: ${COMPLETION-CANDIDATES} (default all).")
        private List<CostPart> parts = List.of(CostPart.values());

        @Option(
                names = "--alerts",
                split = ",",
                paramLabel = "N",
                defaultValue = "1000,10000,100000",
                description = "Sizes of cases, in alerts (default ${DEFAULT-VALUE}).")
        private List<Integer> alerts = List.of();

        @Option(
                names = "--evidence",
                paramLabel = "N",
                defaultValue = "200",
                description = "Pieces of evidence of the incident that is investigated (default ${DEFAULT-VALUE}).")
        private int evidence;

        @Option(
                names = "--rows",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Rows of telemetry of the case that is opened (default ${DEFAULT-VALUE}).")
        private long rows;

        @Option(names = "--rules", paramLabel = "FOLDER", description = "Detection rules to match with.")
        private @Nullable Path rules;

        @Option(names = "--workers", defaultValue = "2", description = "Investigations at a time.")
        private int workers;

        @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as JSON, too.")
        private @Nullable Path json;

        Cost(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() throws InterruptedException {
            var request =
                    new CostRequest(
                            Set.copyOf(parts),
                            alerts.stream().map(n -> Math.max(1, n)).toList(),
                            Math.max(1, evidence),
                            Math.max(0, rows),
                            rules,
                            Math.max(1, workers));
            CostReport report = new CostBench(request, new Shown(setting)).run();
            report.lines().forEach(line -> setting.out().println(Printable.text(line)));
            if (json != null) {
                write(json, report.json());
            }
            return report.holds() ? Exit.DONE : Exit.LOOK;
        }
    }

    /// `dupin bench tables`.
    @Command(
            name = "tables",
            mixinStandardHelpOptions = true,
            description =
                    "Measures what very long tables cost to open, sort, filter and select, on rows that it makes.")
    static final class Tables implements Callable<Integer> {
        private final Setting setting;

        @Option(
                names = "--incidents",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Default ${DEFAULT-VALUE}.")
        private int incidents;

        @Option(
                names = "--alerts",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Default ${DEFAULT-VALUE}.")
        private int alerts;

        @Option(
                names = "--rows",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Rows of telemetry (default ${DEFAULT-VALUE}).")
        private int rows;

        @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as JSON, too.")
        private @Nullable Path json;

        Tables(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            var request = new TablesRequest(Math.max(0, incidents), Math.max(0, alerts), Math.max(0, rows));
            TablesReport report = new TablesBench(request, new Shown(setting)).run();
            report.lines().forEach(line -> setting.out().println(Printable.text(line)));
            if (json != null) {
                write(json, report.json());
            }
            return report.holds() ? Exit.DONE : Exit.LOOK;
        }
    }

    /// `dupin bench generate`.
    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Writes a case of a wanted size with its truth.")
    static final class Generate implements Callable<Integer> {
        private final Setting setting;

        @Option(
                names = "--tier",
                defaultValue = "S",
                description =
                        "S: 189 alerts, 50 thousand rows; M: 1,350 and 2 million; L: 13,500 and 10 million; XL: one incident of 500 alerts, 1 million rows (default ${DEFAULT-VALUE}).")
        private Tier tier = Tier.S;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
        private Path out = Path.of("");

        @Option(names = "--alerts", paramLabel = "N", description = "Another number of alerts than the tier's.")
        private int alerts;

        @Option(
                names = "--rows",
                paramLabel = "N",
                defaultValue = "-1",
                description = "Another number of telemetry rows than the tier's.")
        private long rows = -1;

        @Option(
                names = "--evidence",
                paramLabel = "N",
                description = "Incidents of so many pieces of evidence each, instead of the tier's alerts.")
        private int evidence;

        @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same files.")
        private long seed = 1;

        Generate(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            var request = new GenerateRequest(tier, out, alerts, rows, seed, Math.max(0, evidence));
            for (Path file : new CaseGenerator(request, Progress.NONE).run()) {
                setting.out().println(file);
            }
            return Exit.DONE;
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem(
                    "The figures could not be written to " + file + ": " + e.getMessage() + ".",
                    "They stand above.",
                    "Name a file that can be written.",
                    e);
        }
    }

    /// Tells the terminal which case is at work.
    private record Shown(Setting setting) implements Progress {
        @Override
        public void report(String what, long done, long total) {
            if (what.startsWith("Measuring ")) {
                setting.err().println(Printable.text(what));
            }
        }
    }
}
