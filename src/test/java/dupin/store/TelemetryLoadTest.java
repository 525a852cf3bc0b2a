package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.TelemetryEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// How fast telemetry loads and answers. The figures are reported, and only bounds that hold on a busy machine are asserted.
class TelemetryLoadTest {

    @TempDir Path folder;

    @Test
    void fiftyThousandRows(TestReporter reporter) throws Exception {
        measure(50_000, reporter);
    }

    @Test
    @Tag("slow")
    void aMillionRows(TestReporter reporter) throws Exception {
        measure(Integer.getInteger("dupin.rows", 1_000_000), reporter);
    }

    private void measure(int rows, TestReporter reporter) throws Exception {
        String sha = RandomEvents.sha(1);
        var random = new RandomEvents(1, 200, 3_000, 1_500, false);
        try (var store = CaseStore.open(folder.resolve("store"))) {
            long generating = 0;
            long generatingCpu = 0;
            long start = System.nanoTime();
            long startCpu = cpu();
            long committing;
            Loaded loaded;
            try (EventLoader loader = store.loader(sha)) {
                for (int i = 0; i < rows; i++) {
                    long before = System.nanoTime();
                    long beforeCpu = cpu();
                    TelemetryEvent event = random.event(sha, i);
                    generatingCpu += cpu() - beforeCpu;
                    generating += System.nanoTime() - before;
                    loader.add(event);
                }
                long before = System.nanoTime();
                loaded = loader.commit(LoadProgress.SILENT);
                committing = System.nanoTime() - before;
            }
            double seconds = (System.nanoTime() - start - generating) / 1e9;
            double cpuSeconds = (cpu() - startCpu - generatingCpu) / 1e9;
            assertThat(loaded.events()).isEqualTo(rows);
            List<EntityKey> files = store.entities(EntityKind.FILE, 100_000);
            List<EntityKey> processes = store.entities(EntityKind.PROCESS, 1_000_000);
            EntityKey device = store.entities(EntityKind.DEVICE, 1).getFirst();
            var pick = new Random(7);
            double[] elsewhere = millis(1_000, () -> store.sightings(files.get(pick.nextInt(files.size()))));
            double[] rowsOfProcess =
                    millis(500, () -> store.events(EventQuery.of(processes.get(pick.nextInt(processes.size())))));
            double[] rowsOfDevice =
                    millis(
                            100,
                            () ->
                                    store.events(
                                            new EventQuery(
                                                    device,
                                                    Set.of(),
                                                    Set.of(EventKind.PROCESS_CREATED),
                                                    null,
                                                    null,
                                                    100)));
            assertThat(store.sightings(files.getFirst()).devices()).isNotEmpty();
            assertThat(store.entity(files.getFirst())).map(Entity::kind).contains(EntityKind.FILE);
            assertThat(percentile(cpuMillis(200, () -> store.sightings(files.get(pick.nextInt(files.size())))), 50))
                    .as("a scan of so many rows would cost this thread more, however busy the machine is")
                    .isLessThan(50);
            reporter.publishEntry(
                    Map.ofEntries(
                            Map.entry("rows", Integer.toString(rows)),
                            Map.entry("rows per CPU second", Long.toString(Math.round(rows / cpuSeconds))),
                            Map.entry("rows/s", Long.toString(Math.round(rows / seconds))),
                            Map.entry("seconds", "%.1f".formatted(seconds)),
                            Map.entry("of that commit", "%.1f".formatted(committing / 1e9)),
                            Map.entry("entities", Long.toString(loaded.entities())),
                            Map.entry("links", Long.toString(loaded.links())),
                            Map.entry("where else, ms p50/p95", figures(elsewhere)),
                            Map.entry("rows of a process, ms p50/p95", figures(rowsOfProcess)),
                            Map.entry("100 starts on a device, ms p50/p95", figures(rowsOfDevice)),
                            Map.entry(
                                    "bytes/row",
                                    Long.toString(
                                            java.nio.file.Files.size(folder.resolve("store/dupin.mv.db")) / rows))));
        }
    }

    /// What the loading thread itself has worked: does not grow when others keep the machine busy.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double[] millis(int times, Callable<?> question) throws Exception {
        var taken = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            question.call();
            taken.add((System.nanoTime() - start) / 1e6);
        }
        return taken.stream().mapToDouble(d -> d).sorted().toArray();
    }

    private static double[] cpuMillis(int times, Callable<?> question) throws Exception {
        var taken = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long start = cpu();
            question.call();
            taken.add((cpu() - start) / 1e6);
        }
        return taken.stream().mapToDouble(d -> d).sorted().toArray();
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String figures(double[] sorted) {
        return "%.2f/%.2f of %d"
                .formatted(percentile(sorted, 50), percentile(sorted, 95), Arrays.stream(sorted).count());
    }
}
