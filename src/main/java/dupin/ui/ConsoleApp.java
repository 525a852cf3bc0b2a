package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Places;
import dupin.service.Problem;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Shots;
import dupin.ui.fx.Theme;
import dupin.ui.graph.GraphFigure;
import dupin.ui.graph.GraphMeasure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Starts the toolkit: with the console in a window, or without a display to draw it.
public final class ConsoleApp {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// One core is left to the screen.
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private ConsoleApp() {}

    /// Opens the window; returns at once, the toolkit keeps the program alive until the window is closed.
    ///
    /// @throws Problem when the system has no means to open windows
    public static void launch(Places places) {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(() -> open(places));
        } catch (UnsupportedOperationException e) {
            throw new Problem(
                    "No window can be opened: " + e.getMessage(),
                    "",
                    "On Linux, install GTK 3 and start Dupin again.",
                    e);
        }
    }

    /// Draws the main window over the open case, its first incident selected, as PNG. Needs no display; waits until the
    /// case is idle on the screen. Not on the FX thread; once a process.
    ///
    /// @return the picture
    public static Path draw(CaseSession session, Path png) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var fx = new FxThread();
        var started = new CompletableFuture<Drawing>();
        Platform.startup(() -> started.complete(Drawing.of(session)));
        Drawing drawing = await(started);
        try {
            until(fx, drawing::ready);
            var done = new CompletableFuture<Path>();
            fx.execute(() -> done.complete(drawing.save(png)));
            return await(done);
        } finally {
            fx.execute(drawing.view()::close);
            Platform.exit();
        }
    }

    /// Measures the graph without a display. Not on the FX thread; once a process.
    public static List<GraphFigure> measure(List<Integer> sizes, Consumer<String> progress) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var measured = new CompletableFuture<List<GraphFigure>>();
        Platform.startup(() -> {
            try {
                measured.complete(new GraphMeasure(Theme.DARK::applyTo, progress).run(sizes));
            } catch (RuntimeException | Error e) {
                measured.completeExceptionally(e);
            }
        });
        try {
            return measured.join();
        } finally {
            Platform.exit();
        }
    }

    private static void open(Places places) {
        var console = new Console(places.data(), Clock.systemUTC(), WORKERS);
        var workbench = new Workbench(places, console);
        // Its clock runs from when the window gets its scene.
        var gate = Gate.of(workbench.window().root(), console);
        var settings = workbench.preferences().get();
        var scene = new Scene(workbench.root(), settings.width(), settings.height());
        workbench.preferences().dress(scene);
        var stage = new Stage();
        stage.setTitle(Messages.text("shell.name"));
        stage.setMinWidth(980);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.setMaximized(settings.layout().maximized());
        stage.setOnCloseRequest(e -> {
            e.consume();
            workbench.keepLayout(scene.getWidth(), scene.getHeight(), stage.isMaximized());
            stage.hide();
            workbench.leave(Platform::exit);
        });
        stage.show();
        gate.pass(workbench::openSomething);
    }

    /// What is drawn, and whether it is all there.
    private record Drawing(Stage stage, Scene scene, CaseView view) {
        static Drawing of(CaseSession session) {
            Places places = Places.ofThisProcess();
            var workbench = new Workbench(places, new Console(places.data(), session.clock(), 1));
            var scene = new Scene(workbench.root(), WIDTH, HEIGHT);
            workbench.preferences().dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return new Drawing(stage, scene, workbench.show(session));
        }

        boolean ready() {
            return view.settled();
        }

        Path save(Path png) {
            try {
                Shots.save(scene, png);
                return png;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void until(FxThread fx, BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = new CompletableFuture<Boolean>();
            fx.after(Duration.ofMillis(250), () -> answer.complete(ready.getAsBoolean()));
            if (await(answer)) {
                break;
            }
        }
        var pulses = new CompletableFuture<Boolean>();
        fx.after(Duration.ofMillis(600), () -> pulses.complete(true));
        await(pulses);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while drawing", e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The window could not be drawn", e);
        }
    }
}
