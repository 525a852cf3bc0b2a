package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.ui.fx.ChangePump;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Measures layouts, drawing and finding of marks on made-up incidents, in processor time of the threads that do the work.
/// FX thread; blocks it for as long as it takes.
public final class GraphMeasure {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 620;
    private static final int FRAMES = 24;
    private static final int HITS = 20_000;
    private static final double HIT_WANTED = 0.1;
    private static final long SEED = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Consumer<Scene> dress;
    private final Consumer<String> progress;
    private final List<GraphFigure> figures = new ArrayList<>();

    /// @param dress puts a theme on
    public GraphMeasure(Consumer<Scene> dress, Consumer<String> progress) {
        this.dress = dress;
        this.progress = progress;
    }

    public List<GraphFigure> run(List<Integer> sizes) {
        for (int size : sizes) {
            progress.accept("Measuring graphs of %,d marks".formatted(size));
            InvestigationGraph graph = MadeGraphs.of(size, SEED);
            layouts(graph);
            drawing(graph);
        }
        return List.copyOf(figures);
    }

    private void layouts(InvestigationGraph graph) {
        int size = graph.nodes().size();
        Links links = Links.of(graph);
        var stress = new Stress(links, size);
        for (LayoutKind kind : LayoutKind.values()) {
            GraphPositions[] at = new GraphPositions[1];
            double millis =
                    best(
                            size > 5_000 ? 2 : 5,
                            () -> at[0] = kind.layout("", Stop.NEVER).place(graph, GraphPositions.EMPTY));
            String name = "%,d marks: %s layout".formatted(size, kind.name().toLowerCase(Locale.ROOT));
            add("layouts", name, millis, "ms", wanted(kind, size), elsewhere(kind, size));
            add("layouts", name + ", stress", stress.of(at[0]), "", Double.NaN, stressElsewhere(kind, size));
        }
        double[] x = new double[size];
        double[] y = new double[size];
        Arrays.setAll(x, i -> i % 97 * 50.0);
        Arrays.setAll(y, i -> i / 97 * 50.0);
        var forces = new Forces(links, x, y);
        int rounds = size > 5_000 ? 10 : 100;
        for (int i = 0; i < rounds; i++) {
            forces.round();
        }
        double each =
                best(
                                3,
                                () -> {
                                    for (int i = 0; i < rounds; i++) {
                                        forces.round();
                                    }
                                })
                        / rounds;
        add(
                "layouts",
                "%,d marks: one round of forces".formatted(size),
                each,
                "ms",
                Double.NaN,
                size == 2_000 ? "Gephi ForceAtlas2 3.6" : size == 200 ? "Gephi ForceAtlas2 0.20" : "");
    }

    private static double wanted(LayoutKind kind, int size) {
        if (kind == LayoutKind.STORY) {
            return size <= 20_000 ? 50 : 500;
        }
        return kind == LayoutKind.FORCE && size <= 200 ? 10 : Double.NaN;
    }

    private static String elsewhere(LayoutKind kind, int size) {
        return kind == LayoutKind.STORY && size == 20_000 ? "ELK layered 20,300" : "";
    }

    private static String stressElsewhere(LayoutKind kind, int size) {
        return kind != LayoutKind.FORCE
                ? ""
                : size == 2_000
                        ? "Gephi ForceAtlas2 0.169, JUNG FR2 0.312, JGraphT FR 0.167"
                        : size == 200 ? "ELK stress 0.104" : "";
    }

    private void drawing(InvestigationGraph graph) {
        int size = graph.nodes().size();
        var canvas =
                new GraphCanvas(
                        new ChangePump(
                                Runnable::run,
                                Runnable::run,
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
        canvas.layout();
        double target = size <= 200 ? 4 : size <= 2_000 ? 8 : size <= 20_000 ? 16 : 33;
        GraphViewport whole = canvas.view();
        frames(canvas, "%,d marks: frame while panning, as much as fits".formatted(size), whole, target);
        frames(
                canvas,
                "%,d marks: frame while panning, life size".formatted(size),
                new GraphViewport(whole.centreX(), whole.centreY(), 1, WIDTH, HEIGHT),
                target);
        GraphHits hits = canvas.hits();
        int[] found = new int[1];
        double each =
                best(
                                3,
                                () -> {
                                    for (int i = 0; i < HITS; i++) {
                                        found[0] += hits.mark(i % 3_000, i % 700, MarkArt.RADIUS) >= 0 ? 1 : 0;
                                    }
                                })
                        / HITS;
        add("finding", "%,d marks: the mark under a point".formatted(size), each, "ms", HIT_WANTED, "");
    }

    private void frames(GraphCanvas canvas, String name, GraphViewport from, double target) {
        var image = new WritableImage((int) WIDTH, (int) HEIGHT);
        int frames = canvas.getGraph().nodes().size() > 5_000 ? FRAMES / 4 : FRAMES;
        for (int i = 0; i < frames / 2; i++) {
            frame(canvas, from.panned(i * 5, i * 2), image);
        }
        double[] millis = new double[frames];
        for (int i = 0; i < frames; i++) {
            double before = busy();
            frame(canvas, from.panned(-i * 7, i * 3), image);
            millis[i] = busy() - before;
        }
        Arrays.sort(millis);
        add("drawing", name, millis[millis.length / 2], "ms", target, "");
    }

    private static void frame(GraphCanvas canvas, GraphViewport view, WritableImage image) {
        canvas.setView(view);
        canvas.layout();
        canvas.snapshot(null, image);
    }

    private static double best(int times, Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            double before = busy();
            work.run();
            best = Math.min(best, busy() - before);
        }
        return best;
    }

    /// Milliseconds of this thread and of the one that rasters.
    private static double busy() {
        long nanos = 0;
        for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadId() == Thread.currentThread().threadId()
                            || thread.getThreadName().startsWith("QuantumRenderer"))) {
                nanos += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e6;
    }

    private void add(String part, String name, double value, String unit, double target, String elsewhere) {
        figures.add(new GraphFigure(part, name, value, unit, target, elsewhere));
    }
}
