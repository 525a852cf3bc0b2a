package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import javafx.scene.Scene;

/// Measures layouts, drawing and finding of marks on made-up incidents, in processor time of the threads that do the work.
/// FX thread; blocks it for as long as it takes.
public final class GraphMeasure {
    private static final int HITS = 20_000;

    /// Crossings are counted up to so many marks.
    private static final int FEW = 5_000;

    private static final int LINK_HITS = 500;
    private static final double HIT_WANTED = 0.1;
    private static final double LINK_WANTED = 1;
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
        for (LayoutKind kind : LayoutKind.values()) {
            GraphPositions[] at = new GraphPositions[1];
            double millis =
                    best(
                            size > 5_000 ? 4 : size > 500 ? 8 : 30,
                            () -> at[0] = kind.layout("", Stop.NEVER).place(graph, GraphPositions.EMPTY));
            String name = "%,d marks: %s layout".formatted(size, kind.name().toLowerCase(Locale.ROOT));
            add("layouts", name, millis, "ms", wanted(kind, size), elsewhere(kind, size));
            add("layouts", name + ", stress", Stress.of(at[0], links), "", Double.NaN, stressElsewhere(kind, size));
            if (size <= FEW) {
                add("layouts", name + ", crossings of an edge", Crossings.toAnEdge(at[0], links), "", Double.NaN, "");
            }
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
                                10,
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
                size == 2_000 ? 3.6 / 15 : Double.NaN,
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
                        ? "Gephi ForceAtlas2 0.183, JUNG FR2 0.277, JGraphT FR 0.188"
                        : size == 200 ? "ELK stress 0.112" : "";
    }

    private void drawing(InvestigationGraph graph) {
        int size = graph.nodes().size();
        double target = size <= 200 ? 4 : size <= 2_000 ? 8 : size <= 20_000 ? 16 : 33;
        // The same before, some hundred frames in all, for the compiler.
        var before = new FrameMeasure(graph, dress);
        GraphViewport whole = before.fitted();
        for (int i = 0; i < (size > 5_000 ? 1 : 6); i++) {
            before.panning(whole);
            before.panning(FrameMeasure.lifeSize(whole));
        }
        for (boolean fit : new boolean[] {true, false}) {
            String name = "%,d marks, %s".formatted(size, fit ? "as much as fits" : "life size");
            var measure = new FrameMeasure(graph, dress);
            GraphViewport view = fit ? measure.fitted() : FrameMeasure.lifeSize(measure.fitted());
            frame(name + ": first", measure.first(view), Double.NaN);
            frame(name + ": panned", measure.panning(view), target);
        }
        Picture picture = before.canvas().picture();
        int[] found = new int[1];
        double build = best(5, () -> found[0] += new GraphHits(picture).mark(0, 0, 1));
        add("finding", "%,d marks: the index, once a picture".formatted(size), build, "ms", Double.NaN, "");
        var hits = new GraphHits(picture);
        double marks = best(3, () -> probe(found, HITS, (x, y) -> hits.mark(x, y, MarkArt.RADIUS))) / HITS;
        add("finding", "%,d marks: the mark under a point".formatted(size), marks, "ms", HIT_WANTED, "");
        double links = best(3, () -> probe(found, LINK_HITS, (x, y) -> hits.link(x, y, MarkArt.RADIUS))) / LINK_HITS;
        add("finding", "%,d marks: the edge under a point".formatted(size), links, "ms", LINK_WANTED, "");
    }

    /// Looks at many points of the part that is seen at first.
    private static void probe(int[] found, int points, DoubleBinaryOperator look) {
        for (int i = 0; i < points; i++) {
            found[0] += look.applyAsDouble(i % 3_000, i % 700) >= 0 ? 1 : 0;
        }
    }

    private void frame(String name, FrameMeasure.Cost cost, double target) {
        add("drawing", name + ", screen's thread", cost.screen(), "ms", target, "");
        add("drawing", name + ", painting thread", cost.painting(), "ms", target, "");
        add("drawing", name + ", toolkit's thread", cost.toolkit(), "ms", target, "");
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

    /// Milliseconds of processor time of this thread.
    private static double busy() {
        return THREADS.getCurrentThreadCpuTime() / 1e6;
    }

    private void add(String part, String name, double value, String unit, double target, String elsewhere) {
        figures.add(new GraphFigure(part, name, value, unit, target, elsewhere));
    }
}
