package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.IncidentDetails;
import dupin.service.IncidentQuery;
import dupin.service.Places;
import dupin.service.Problem;
import dupin.service.Progress;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.TablePane;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.hunting.HuntingView;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import dupin.ui.shell.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Measures how long the window takes from a key to the picture: the time until what was asked for is there and a frame with
/// it was made, and how much of it the screen's own thread was at work. Draws without a display; once a process.
public final class UiBench {
    private static final int ROUNDS = 7;
    private static final int FRAMES = 20;
    private static final long PATIENCE = 60;

    private static final String ALL = "events | sort time desc";

    /// There when a case has more telemetry than a list in memory.
    private static final String TELEMETRY = "#hunt-window";

    private final List<String> lines = new ArrayList<>();
    private final FxThread fx = new FxThread();
    private final AtomicLong screen = new AtomicLong();

    private UiBench() {}

    /// @param caseFolder a case; it is opened as the window opens it
    /// @return a line for each thing that was measured, beside what is wanted
    public static List<String> measure(Path caseFolder) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            return new UiBench().run(caseFolder);
        } catch (IOException e) {
            throw new Problem("A folder for the window's settings could not be made: " + e.getMessage() + ".", "", "");
        }
    }

    private List<String> run(Path caseFolder) throws IOException {
        Path home = Files.createTempDirectory("dupin-bench-ui");
        var console = new Console(home, Clock.systemUTC(), 1);
        lines.add(header());
        long begin = System.nanoTime();
        CaseSession session = console.open(caseFolder, Progress.NONE);
        line("case read, the first time", 5_000, since(begin), since(begin), Double.NaN);
        var started = new CompletableFuture<CaseView>();
        var bench = new CompletableFuture<Workbench>();
        Platform.startup(() -> {
            screen.set(Thread.currentThread().threadId());
            var workbench = new Workbench(new Places(Places.ofThisProcess().home(), home), console);
            var scene = new Scene(workbench.root(), 1440, 900);
            workbench.preferences().dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            bench.complete(workbench);
            started.complete(workbench.show(session));
        });
        CaseView view = await(started);
        Workbench workbench = await(bench);
        try {
            measureAll(session, view, workbench);
        } finally {
            var closed = new CompletableFuture<Boolean>();
            fx.execute(() -> {
                view.close();
                closed.complete(true);
            });
            await(closed);
            session.close();
            Platform.exit();
        }
        return List.copyOf(lines);
    }

    private void measureAll(CaseSession session, CaseView view, Workbench workbench) {
        settle(view::settled);
        makeFrames(workbench);
        for (Page page : Page.values()) {
            time(
                    page.label(),
                    100,
                    () -> workbench.window().go(Page.SETTINGS == page ? Page.HOME : Page.SETTINGS),
                    () -> workbench.window().go(page),
                    () -> workbench.window().current() == page);
        }
        Incident first = session.desk().incidents(IncidentQuery.ALL).getFirst();
        fx.execute(() -> view.go().incident(first.id()));
        settle(() -> view.settled() && view.incident().equals(first.id()));
        String second =
                session.desk().incidents(IncidentQuery.ALL).stream()
                        .map(Incident::id)
                        .filter(id -> !id.equals(first.id()))
                        .findFirst()
                        .orElse("");
        if (!second.isEmpty()) {
            time(
                    "an incident, its graph laid out and drawn",
                    500,
                    () -> view.go().incident(second),
                    () -> view.go().incident(first.id()),
                    () -> view.settled() && view.incident().equals(first.id()));
        }
        var graph = (GraphCanvas) workbench.root().lookup(".graph-canvas");
        time("graph from near to whole", 200, graph::zoomIn, graph::fit, graph::atRest);
        var tabs = (InvestigationTabs) workbench.root().lookup(".investigation-tabs");
        for (TabKind kind : List.copyOf(tabs.model().tabs())) {
            time(
                    "tab " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    100,
                    () -> tabs.openTab(kind == TabKind.LOG ? TabKind.ALERTS : TabKind.LOG),
                    () -> tabs.openTab(kind),
                    () -> true);
        }
        fx.execute(() -> tabs.openTab(TabKind.ENTITIES));
        settle(() -> true);
        var pane = (TablePane<?>) tabs.lookup(".table-pane");
        var filter = (TextField) pane.lookup(".filter");
        int all = pane.table().getItems().size();
        time(
                "entities filtered by a word",
                150,
                filter::clear,
                () -> filter.setText("qqq"),
                () -> all == 0 || pane.table().getItems().size() < all);
        fx.execute(filter::clear);
        IncidentDetails details = session.desk().incident(first.id()).orElseThrow();
        details.entities().stream()
                .map(row -> row.entity().key())
                .findFirst()
                .ifPresent(key -> flyout(view, workbench, key));
        time(
                "timeline of the incident",
                500,
                () -> workbench.window().go(Page.HOME),
                () -> view.go().timelineOf(first.id()),
                view.go()::timelineSettled);
        details.devices().stream()
                .findFirst()
                .ifPresent(row ->
                        time(
                                "page of a device",
                                300,
                                () -> workbench.window().go(Page.HOME),
                                () -> view.go().asset(row.device().key()),
                                () -> workbench.window().current() == Page.ASSETS));
        if (session.hunting().run(ALL, Progress.NONE).partly()) {
            telemetry(view, workbench);
        }
    }

    /// All telemetry as a table, and that table from its other end.
    private void telemetry(CaseView view, Workbench workbench) {
        HuntingView hunts = view.pages().hunting();
        fx.execute(() -> workbench.window().go(Page.HUNTING));
        settle(() -> true);
        time(
                "all telemetry as a table, newest first",
                300,
                () -> hunts.search(""),
                () -> hunts.hunt(ALL),
                () -> firstRow(hunts) != null);
        if (hunts.lookup(TELEMETRY) instanceof TableView<?> table) {
            TableColumn<?, ?> time = table.getSortOrder().getFirst();
            var before = new AtomicReference<@Nullable Object>();
            time(
                    "its order turned",
                    150,
                    () -> before.set(firstRow(hunts)),
                    () ->
                            time.setSortType(
                                    time.getSortType() == TableColumn.SortType.ASCENDING
                                            ? TableColumn.SortType.DESCENDING
                                            : TableColumn.SortType.ASCENDING),
                    () -> {
                        Object first = firstRow(hunts);
                        return first != null && !first.equals(before.get());
                    });
        }
    }

    private static @Nullable Object firstRow(HuntingView hunts) {
        return hunts.lookup(TELEMETRY) instanceof TableView<?> table && !table.getItems().isEmpty()
                ? table.getItems().getFirst()
                : null;
    }

    /// The platform without a display copies each frame pixel by pixel on the screen's thread, 200 ms of it until that code is
    /// compiled; a display has none of it. So some frames are made before, which change nothing but how opaque all is.
    private void makeFrames(Workbench workbench) {
        for (int i = 1; i <= FRAMES; i++) {
            double opaque = i % 2 == 0 ? 1 : 0.99;
            fx.execute(() -> workbench.root().setOpacity(opaque));
            settle(() -> true);
        }
    }

    private void flyout(CaseView view, Workbench workbench, EntityKey key) {
        time(
                "flyout of an entity",
                150,
                () -> workbench.window().root().flyout().close(),
                () -> view.go().entity(key),
                // Looked for where it must be: to search the whole window takes longer than to make it.
                () -> workbench.window().root().flyout().lookup(".explanation") != null);
    }

    /// Some rounds: prepares, acts, waits until it is there and drawn.
    private void time(String name, double wanted, Runnable prepare, Runnable act, BooleanSupplier there) {
        var waited = new double[ROUNDS];
        var worked = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            fx.execute(prepare);
            settle(() -> true);
            settle(() -> true);
            long cpu = cpu();
            long begin = System.nanoTime();
            fx.execute(act);
            settle(there);
            waited[i] = since(begin);
            worked[i] = (cpu() - cpu) / 1e6;
        }
        Arrays.sort(waited);
        Arrays.sort(worked);
        line(name, wanted, waited[ROUNDS / 2], waited[ROUNDS - 1], worked[ROUNDS / 2]);
    }

    private void line(String name, double wanted, double median, double worst, double worked) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-42s %9.0f ms %9.0f ms %9s ms   ≤ %4.0f ms  %s",
                        name,
                        median,
                        worst,
                        Double.isNaN(worked) ? "–" : "%.0f".formatted(worked),
                        wanted,
                        median <= wanted ? "holds" : "MISSED"));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String header() {
        return String.format(
                Locale.ROOT, "%-42s %12s %12s %12s   %9s", "from the key to", "median", "worst", "thread", "wanted");
    }

    private long cpu() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(screen.get());
    }

    /// Waits until it is so and a frame was made after that.
    private void settle(BooleanSupplier there) {
        var done = new CompletableFuture<Boolean>();
        fx.execute(() ->
                new AnimationTimer() {
                    private int frames;

                    @Override
                    public void handle(long now) {
                        frames = there.getAsBoolean() ? frames + 1 : 0;
                        if (frames > 1) {
                            stop();
                            done.complete(true);
                        }
                    }
                }.start());
        await(done);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The window did not answer", e);
        }
    }
}
