package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// The story from left to right: one block of columns per layer, chains within a layer (a process and its children) one behind the
/// other, each column ordered so that edges are short and seldom cross. A layer that is too long for the picture's
/// proportions is broken into several columns. Every other column is lower by half a row, like bricks, so that labels find room beside
/// the marks of the next column.
///
/// Marks that are known already keep their places, see [StoryGrowth].
public final class StoryLayout implements GraphLayout {
    static final double ROW = 100;
    static final double COLUMN = 120;

    /// Distance of columns that are not laid like bricks: a label has room between them.
    static final double WIDE = 184;

    /// Additional room between two layers, for the edges.
    static final double GAP = 24;

    private static final double ASPECT = 1.7;
    private static final int SWEEPS = 24;

    /// Of large graphs, which nobody sees whole.
    private static final int FEW_SWEEPS = 8;

    private static final int LARGE = 4_000;

    /// Up to so many marks are read as one picture.
    private static final int READ = 400;

    private static final int READ_EDGES = 1_200;

    private static final int PASSES = 8;
    private static final int DEEPEST = 8;

    private final Stop stop;

    public StoryLayout() {
        this(Stop.NEVER);
    }

    /// @param stop asked between the sweeps
    public StoryLayout(Stop stop) {
        this.stop = stop;
    }

    @Override
    public GraphPositions place(InvestigationGraph graph, GraphPositions before) {
        var links = Links.of(graph);
        return Growth.of(graph, before) ? new StoryGrowth(graph, links, before).place() : afresh(graph, links);
    }

    private GraphPositions afresh(InvestigationGraph graph, Links links) {
        int n = graph.nodes().size();
        if (n == 0) {
            return GraphPositions.EMPTY;
        }
        int[][] layers = layers(graph, links);
        int[] columns = columns(layers);
        double[] y = order(layers, columns, links, n);
        double[] x = new double[n];
        settle(layers, columns, links, y);
        double left = 0;
        int column = 0;
        for (int l = 0; l < layers.length; l++) {
            for (int i = 0; i < layers[l].length; i++) {
                int inLayer = i % columns[l];
                int node = layers[l][i];
                x[node] = left + inLayer * COLUMN;
                y[node] = brick(y[node], (column + inLayer) % 2 == 0 ? 0 : ROW / 2);
            }
            left += columns[l] * COLUMN + GAP;
            column += columns[l];
        }
        if (n <= READ && links.count() <= READ_EDGES) {
            var tangle = new Tangle(links, x, y);
            new Untangling(tangle).run(layers, stop);
            new StressSearch(tangle).run(layers, ROW, stop);
        }
        return GraphPositions.of(graph, x, y);
    }

    /// The nearest height of a column whose marks lie at multiples of a row plus `phase`.
    static double brick(double height, double phase) {
        return Math.floor((height - phase) / ROW + 0.5) * ROW + phase;
    }

    /// Nodes by layer and, within it, by their depth in chains of edges that stay in the layer.
    private static int[][] layers(InvestigationGraph graph, Links links) {
        List<InvestigationGraph.Node> nodes = graph.nodes();
        int[] depth = Chains.depths(nodes, links);
        var layers = new TreeMap<Long, List<Integer>>();
        for (int i = 0; i < nodes.size(); i++) {
            long key = nodes.get(i).layer() * 100L + Math.min(depth[i], DEEPEST);
            layers.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
        }
        return layers.values().stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /// Columns per layer, for the number of rows that brings the picture nearest to its proportions.
    private static int[] columns(int[][] layers) {
        int longest = Arrays.stream(layers).mapToInt(l -> l.length).max().orElse(1);
        int rows = longest;
        double best = Double.MAX_VALUE;
        for (int r = 1; r <= longest; r++) {
            double width = 0;
            for (int[] layer : layers) {
                width += Math.ceilDiv(layer.length, r) * COLUMN + GAP;
            }
            double cost = Math.max(width / ASPECT, r * ROW);
            if (cost < best) {
                best = cost;
                rows = r;
            }
        }
        int most = rows;
        return Arrays.stream(layers).mapToInt(l -> Math.ceilDiv(l.length, most)).toArray();
    }

    /// Orders each layer in place by the mean height of its neighbours, to and fro; keeps the order with the shortest edges.
    private double[] order(int[][] layers, int[] columns, Links links, int n) {
        double[] y = new double[n];
        for (int l = 0; l < layers.length; l++) {
            spread(layers[l], columns[l], y);
        }
        double best = length(links, y);
        int[][] kept = Arrays.stream(layers).map(int[]::clone).toArray(int[][]::new);
        int idle = 0;
        int sweeps = n > LARGE ? FEW_SWEEPS : SWEEPS;
        for (int sweep = 0; sweep < sweeps && idle < 6; sweep++) {
            stop.check();
            for (int step = 0; step < layers.length; step++) {
                int l = sweep % 2 == 0 ? step : layers.length - 1 - step;
                sort(layers[l], links, y);
                spread(layers[l], columns[l], y);
            }
            double now = length(links, y);
            idle++;
            if (now < best - 1e-9) {
                best = now;
                idle = 0;
                for (int l = 0; l < layers.length; l++) {
                    kept[l] = layers[l].clone();
                }
            }
        }
        for (int l = 0; l < layers.length; l++) {
            layers[l] = kept[l];
            spread(layers[l], columns[l], y);
        }
        return y;
    }

    /// By wished height, ties as they were; heights and places are packed into longs, which sort fast.
    private static void sort(int[] layer, Links links, double[] y) {
        long[] keys = new long[layer.length];
        for (int i = 0; i < layer.length; i++) {
            int bits = Float.floatToIntBits((float) mean(links, y, layer[i]));
            int ascending = bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
            keys[i] = (long) ascending << 32 | i;
        }
        Arrays.sort(keys);
        int[] before = layer.clone();
        for (int i = 0; i < layer.length; i++) {
            layer[i] = before[(int) keys[i]];
        }
    }

    private static void spread(int[] layer, int columns, double[] y) {
        int rows = Math.ceilDiv(layer.length, columns);
        for (int i = 0; i < layer.length; i++) {
            y[layer[i]] = (i / (double) columns - (rows - 1) / 2.0) * ROW;
        }
    }

    /// Mean height of the neighbours; one that has many neighbours counts little, so that chains and not hubs give the order.
    private static double mean(Links links, double[] y, int node) {
        int degree = links.degree(node);
        if (degree == 0) {
            return Float.MAX_VALUE;
        }
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < degree; k++) {
            int neighbour = links.neighbour(node, k);
            double weight = 1.0 / links.degree(neighbour);
            sum += weight * y[neighbour];
            weights += weight;
        }
        return sum / weights;
    }

    private static double length(Links links, double[] y) {
        double sum = 0;
        for (int e = 0; e < links.count(); e++) {
            int a = links.from[e];
            int b = links.to[e];
            sum += Math.abs(y[a] - y[b]) / Math.min(links.degree(a), links.degree(b));
        }
        return sum;
    }

    /// Moves rows towards their neighbours without changing the order and without coming nearer than a row.
    private static void settle(int[][] layers, int[] columns, Links links, double[] y) {
        for (int pass = 0; pass < PASSES; pass++) {
            for (int step = 0; step < layers.length; step++) {
                int l = pass % 2 == 0 ? step : layers.length - 1 - step;
                int width = columns[l];
                int rows = Math.ceilDiv(layers[l].length, width);
                double[] wish = new double[rows];
                for (int row = 0; row < rows; row++) {
                    int end = Math.min(layers[l].length, (row + 1) * width);
                    double sum = 0;
                    int wishes = 0;
                    for (int i = row * width; i < end; i++) {
                        int node = layers[l][i];
                        if (links.degree(node) > 0) {
                            sum += mean(links, y, node);
                            wishes++;
                        }
                    }
                    double now = y[layers[l][row * width]];
                    wish[row] = (wishes == 0 ? now : sum / wishes) - row * ROW;
                }
                Rising.fit(wish);
                for (int i = 0; i < layers[l].length; i++) {
                    y[layers[l][i]] = wish[i / width] + i / width * ROW;
                }
            }
        }
    }
}
