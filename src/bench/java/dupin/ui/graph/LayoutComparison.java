package dupin.ui.graph;

import com.sun.management.OperatingSystemMXBean;
import dupin.model.InvestigationGraph;
import edu.uci.ics.jung.algorithms.layout.AbstractLayout;
import edu.uci.ics.jung.algorithms.layout.FRLayout2;
import edu.uci.ics.jung.algorithms.layout.ISOMLayout;
import edu.uci.ics.jung.algorithms.util.IterativeContext;
import edu.uci.ics.jung.graph.SparseGraph;
import java.awt.Dimension;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.elk.alg.force.options.StressOptions;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.project.api.ProjectController;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.openide.util.Lookup;

/// Our layouts beside those of others: the same made-up graphs, one process, one after the other. Each is run for some
/// seconds, of which the second half counts, so that the compiler has settled. Run with
/// `mvn -q -Pbench test-compile exec:exec@layouts`, with sizes as `-Dmarks=200,2000`.
public final class LayoutComparison {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final long PATIENCE = 4_000_000_000L;

    /// Iterations of the force layouts of others.
    private static final int ROUNDS = 100;

    private static final int WIDTH = 4_000;

    /// Width to height that pictures are stretched to, beside as they are: about that of the graph's part of the window.
    private static final double PROPORTIONS = 1.7;

    /// @param most marks of the largest graph that it is run on; larger ones would take minutes
    /// @param rounds iterations in a run; 0 where it has none
    private record Entry(String name, int most, int rounds, Function<Case, GraphPositions> place) {}

    private record Case(InvestigationGraph graph, Links links) {
        int size() {
            return graph.nodes().size();
        }

        GraphPositions at(BiFunction<Integer, Boolean, Double> place) {
            double[] x = new double[size()];
            double[] y = new double[size()];
            Arrays.setAll(x, i -> place.apply(i, true));
            Arrays.setAll(y, i -> place.apply(i, false));
            return GraphPositions.of(graph, x, y);
        }
    }

    private LayoutComparison() {}

    public static void main(String[] args) {
        java.util.logging.LogManager.getLogManager().reset();
        int[] sizes = Stream.of(args[0].split(",")).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "Processor time of the whole process, mean, and clock, least; milliseconds. Load %.1f on %d processors.%n",
                MACHINE.getSystemLoadAverage(), Runtime.getRuntime().availableProcessors());
        System.out.println(
                "Stress, of all pairs: 0 tells every distance, 1 none; as it is, and stretched to %.1f to 1. Crossings: of straight edges, to an edge."
                        .formatted(PROPORTIONS));
        for (int size : sizes) {
            InvestigationGraph graph = MadeGraphs.of(size, 1);
            var made = new Case(graph, Links.of(graph));
            System.out.printf(Locale.ROOT, "%n%,d marks, %,d edges%n", size, made.links().count());
            System.out.printf(
                    "  %-34s %10s %10s %12s %8s %10s %10s%n",
                    "", "processor", "clock", "an iteration", "stress", "stretched", "crossings");
            for (Entry entry : entries()) {
                if (size <= entry.most()) {
                    System.out.println(row(entry, made));
                }
            }
        }
        System.exit(0);
    }

    private static String row(Entry entry, Case made) {
        // The second half counts, when the compiler has had its turn; where one run fills it, that run.
        long end = System.nanoTime() + PATIENCE;
        GraphPositions at = GraphPositions.EMPTY;
        long spent = 0;
        double clock = Double.MAX_VALUE;
        int runs = 0;
        do {
            boolean settled = System.nanoTime() > end - PATIENCE / 2;
            long cpu = MACHINE.getProcessCpuTime();
            long began = System.nanoTime();
            at = entry.place().apply(made);
            clock = Math.min(clock, (System.nanoTime() - began) / 1e6);
            spent = MACHINE.getProcessCpuTime() - cpu + (settled ? spent : 0);
            runs = settled ? runs + 1 : 1;
        } while (System.nanoTime() < end);
        double each = spent / 1e6 / runs;
        boolean few = made.size() <= 5_000;
        return String.format(
                Locale.ROOT,
                "  %-34s %10.1f %10.1f %12s %8.3f %10.3f %10s",
                entry.name(),
                each,
                clock,
                entry.rounds() == 0 ? "" : String.format(Locale.ROOT, "%.3f", each / entry.rounds()),
                Stress.of(at, made.links()),
                Stress.of(stretched(made, at), made.links()),
                few ? String.format(Locale.ROOT, "%.1f", Crossings.toAnEdge(at, made.links())) : "");
    }

    private static GraphPositions stretched(Case made, GraphPositions at) {
        var bounds = at.bounds();
        double by = bounds.height() * PROPORTIONS / bounds.width();
        return made.at((i, across) -> across ? at.x(i) * by : at.y(i));
    }

    private static List<Entry> entries() {
        return List.of(
                new Entry("ours, story", Integer.MAX_VALUE, 0, c -> ours(LayoutKind.STORY, c)),
                new Entry("ELK layered", 2_000, 0, c -> elk(LayeredOptions.ALGORITHM_ID, c, false)),
                new Entry("ELK layered, with room for names", 2_000, 0, c -> elk(LayeredOptions.ALGORITHM_ID, c, true)),
                new Entry("ours, radial", Integer.MAX_VALUE, 0, c -> ours(LayoutKind.RADIAL, c)),
                new Entry("ours, force", Integer.MAX_VALUE, 0, c -> ours(LayoutKind.FORCE, c)),
                new Entry("ELK stress", 500, 0, c -> elk(StressOptions.ALGORITHM_ID, c, false)),
                new Entry("ours, rounds of forces alone", Integer.MAX_VALUE, ROUNDS, LayoutComparison::forces),
                new Entry("Gephi ForceAtlas2, Barnes-Hut", 20_000, ROUNDS, LayoutComparison::gephi),
                new Entry("JUNG FR2", 2_000, ROUNDS, c -> jung(c, FRLayout2::new)),
                new Entry("JUNG ISOM", 20_000, 2_000, c -> jung(c, (graph, _) -> new ISOMLayout<>(graph))),
                new Entry("JGraphT FR", 2_000, ROUNDS, LayoutComparison::jgrapht));
    }

    private static GraphPositions ours(LayoutKind kind, Case made) {
        return kind.layout("", Stop.NEVER).place(made.graph(), GraphPositions.EMPTY);
    }

    private static GraphPositions forces(Case made) {
        var lot = new Random(1);
        double[] x = lot.doubles(made.size(), 0, WIDTH).toArray();
        double[] y = lot.doubles(made.size(), 0, WIDTH).toArray();
        var forces = new Forces(made.links(), x, y);
        for (int i = 0; i < ROUNDS; i++) {
            forces.round();
        }
        return GraphPositions.of(made.graph(), forces.xs(), forces.ys());
    }

    private static GraphPositions elk(String algorithm, Case made, boolean named) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, algorithm);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        var nodes = new ElkNode[made.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = ElkGraphUtil.createNode(root);
            nodes[i].setDimensions(
                    named ? FreeSpots.WIDE : 2 * MarkArt.RADIUS, named ? FreeSpots.HIGH : 2 * MarkArt.RADIUS);
        }
        for (int e = 0; e < made.links().count(); e++) {
            ElkGraphUtil.createSimpleEdge(nodes[made.links().from[e]], nodes[made.links().to[e]]);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return made.at((i, across) -> across ? nodes[i].getX() : nodes[i].getY());
    }

    private static GraphPositions gephi(Case made) {
        var projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        var lot = new Random(1);
        var nodes = new Node[made.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = model.factory().newNode(String.valueOf(i));
            nodes[i].setX(lot.nextFloat() * WIDTH);
            nodes[i].setY(lot.nextFloat() * WIDTH);
            model.getDirectedGraph().addNode(nodes[i]);
        }
        for (int e = 0; e < made.links().count(); e++) {
            model.getDirectedGraph()
                    .addEdge(model.factory().newEdge(nodes[made.links().from[e]], nodes[made.links().to[e]], true));
        }
        var layout = new ForceAtlas2(new ForceAtlas2Builder());
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        layout.setBarnesHutOptimize(true);
        layout.setThreadsCount(1);
        layout.initAlgo();
        for (int i = 0; i < ROUNDS && layout.canAlgo(); i++) {
            layout.goAlgo();
        }
        layout.endAlgo();
        GraphPositions at = made.at((i, across) -> (double) (across ? nodes[i].x() : nodes[i].y()));
        projects.closeCurrentProject();
        return at;
    }

    private static GraphPositions jung(
            Case made, BiFunction<SparseGraph<Integer, Integer>, Dimension, AbstractLayout<Integer, Integer>> layout) {
        var graph = new SparseGraph<Integer, Integer>();
        for (int i = 0; i < made.size(); i++) {
            graph.addVertex(i);
        }
        for (int e = 0; e < made.links().count(); e++) {
            graph.addEdge(e, made.links().from[e], made.links().to[e]);
        }
        var size = new Dimension(WIDTH, WIDTH);
        AbstractLayout<Integer, Integer> laid = layout.apply(graph, size);
        laid.setSize(size);
        laid.initialize();
        var steps = (IterativeContext) laid;
        int most = laid instanceof ISOMLayout ? 2_000 : ROUNDS;
        for (int i = 0; i < most && !steps.done(); i++) {
            steps.step();
        }
        return made.at((i, across) -> across ? laid.getX(i) : laid.getY(i));
    }

    private static GraphPositions jgrapht(Case made) {
        var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
        for (int i = 0; i < made.size(); i++) {
            graph.addVertex(i);
        }
        for (int e = 0; e < made.links().count(); e++) {
            graph.addEdge(made.links().from[e], made.links().to[e]);
        }
        var model = new MapLayoutModel2D<Integer>(new Box2D(WIDTH, WIDTH));
        new FRLayoutAlgorithm2D<Integer, DefaultEdge>(ROUNDS).layout(graph, model);
        return made.at((i, across) -> across ? model.get(i).getX() : model.get(i).getY());
    }
}
