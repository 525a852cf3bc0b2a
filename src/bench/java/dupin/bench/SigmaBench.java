package dupin.bench;

import dupin.engine.sigma.Matcher;
import dupin.engine.sigma.RuleSet;
import dupin.intake.FileSource;
import dupin.intake.Sink;
import dupin.intake.formats.Formats;
import dupin.intake.sigma.RuleFolder;
import dupin.intake.windows.WindowsLogs;
import dupin.model.Imported;
import dupin.model.LogRecord;
import dupin.model.sigma.RulePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Events of a whole intrusion matched with all public rules for Windows: events a second on one core, with the index of
/// literals and without it. Needs the rules and the telemetry beside the project.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class SigmaBench {
    private static final int EVENTS = 20_000;

    private List<LogRecord> rows = List.of();
    private Matcher indexed = RuleSet.of(List.of(), Map.of()).matcher();
    private Matcher plain = indexed;

    @Setup
    public void load() throws Exception {
        Path data = Path.of("../shared/data");
        RulePack pack = RuleFolder.read(data.resolve("rules/sigma/windows"));
        indexed = RuleSet.of(List.of(pack), Map.of()).matcher();
        plain = RuleSet.plain(List.of(pack), Map.of()).matcher();
        var read = new ArrayList<LogRecord>();
        try (Stream<Path> files = Files.list(data.resolve("telemetry/otrf/compound/LSASS_campaign_01"))) {
            var source = FileSource.of(files.findFirst().orElseThrow());
            Formats.all().choose(source).read(source, sink(read));
        }
        rows = List.copyOf(read.subList(0, EVENTS));
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

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int indexed() {
        return matches(indexed);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int plain() {
        return matches(plain);
    }

    private int matches(Matcher matcher) {
        int found = 0;
        for (LogRecord row : rows) {
            found += matcher.match(row).size();
        }
        return found;
    }
}
