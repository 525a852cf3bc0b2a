package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.ui.fx.ChangePump;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// What one frame of the graph costs, apart for each thread that has a part in it: the screen's, the one that paints, and the
/// toolkit's, which brings the picture to the window. In the program they work at the same time; here all but the toolkit's
/// are played one after the other, so that each can be timed. Milliseconds of processor time. FX thread.
final class FrameMeasure {
    static final double WIDTH = 1_000;
    static final double HEIGHT = 620;
    private static final int FRAMES = 41;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// @param painting of the thread that paints
    /// @param screen of the screen's thread
    /// @param toolkit of the thread that brings pictures to the window
    record Cost(double painting, double screen, double toolkit) {
        private Cost plus(Cost other) {
            return new Cost(painting + other.painting, screen + other.screen, toolkit + other.toolkit);
        }
    }

    private final Deque<Runnable> painter = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final WritableImage window = new WritableImage((int) WIDTH, (int) HEIGHT);
    private final GraphCanvas canvas;

    /// @param dress puts a theme on
    FrameMeasure(InvestigationGraph graph, Consumer<Scene> dress) {
        canvas =
                new GraphCanvas(
                        new ChangePump(
                                painter::add,
                                screen::add,
                                (_, task) -> task.run(),
                                System::nanoTime,
                                Duration.ZERO,
                                failure -> {
                                    throw new IllegalStateException(failure);
                                }));
        dress.accept(new Scene(canvas, WIDTH, HEIGHT));
        canvas.applyCss();
        canvas.resize(WIDTH, HEIGHT);
        canvas.setGraph(graph);
        settle();
        canvas.layout();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    GraphViewport fitted() {
        return canvas.view();
    }

    static GraphViewport lifeSize(GraphViewport view) {
        return new GraphViewport(view.centreX(), view.centreY(), 1, WIDTH, HEIGHT);
    }

    /// Of the next frame, with all that its words need.
    Cost first(GraphViewport view) {
        canvas.setView(view);
        return frame();
    }

    /// The median of frames that follow each other while the picture is moved.
    Cost panning(GraphViewport from) {
        var costs = new Cost[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            canvas.setView(from.panned(-i * 7, i * 3));
            costs[i] = frame();
        }
        return new Cost(
                median(Stream.of(costs).map(Cost::painting)),
                median(Stream.of(costs).map(Cost::screen)),
                median(Stream.of(costs).map(Cost::toolkit)));
    }

    private static double median(Stream<Double> values) {
        double[] sorted = values.mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Cost frame() {
        double toolkit = cpu(true);
        Cost cost = timed(canvas::layout, false).plus(settle());
        cost = cost.plus(timed(() -> canvas.snapshot(null, window), false));
        return cost.plus(new Cost(0, 0, cpu(true) - toolkit));
    }

    /// Plays both threads until neither has anything to do.
    private Cost settle() {
        var cost = new Cost(0, 0, 0);
        while (!painter.isEmpty() || !screen.isEmpty()) {
            boolean paints = !painter.isEmpty();
            cost = cost.plus(timed(paints ? painter.remove() : screen.remove(), paints));
        }
        return cost;
    }

    private static Cost timed(Runnable work, boolean paints) {
        double before = cpu(false);
        work.run();
        double took = cpu(false) - before;
        return new Cost(paints ? took : 0, paints ? 0 : took, 0);
    }

    /// Milliseconds of processor time of this thread or of the toolkit's.
    private static double cpu(boolean toolkit) {
        if (!toolkit) {
            return THREADS.getCurrentThreadCpuTime() / 1e6;
        }
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                        .filter(thread -> thread != null && thread.getThreadName().startsWith("QuantumRenderer"))
                        .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                        .sum()
                / 1e6;
    }
}
