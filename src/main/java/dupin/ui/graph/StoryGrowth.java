package dupin.ui.graph;

import static dupin.ui.graph.StoryLayout.COLUMN;
import static dupin.ui.graph.StoryLayout.ROW;
import static dupin.ui.graph.StoryLayout.WIDE;

import dupin.model.InvestigationGraph;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;

/// Adds marks to a picture: the known ones stay, each new one takes the free place in its layer that is nearest to its
/// neighbours. Where a column must be opened, the side with fewer marks gives way.
final class StoryGrowth {
    private static final double NEW_COLUMN_COST = 3.5 * ROW;

    private final InvestigationGraph graph;
    private final Links links;
    private final double[] x;
    private final double[] y;
    private final boolean[] placed;

    /// Heights taken, by column; kept free of duplicates by the search for a place.
    private final TreeMap<Double, TreeSet<Double>> taken = new TreeMap<>();

    StoryGrowth(InvestigationGraph graph, Links links, GraphPositions before) {
        this.graph = graph;
        this.links = links;
        int n = graph.nodes().size();
        x = new double[n];
        y = new double[n];
        placed = new boolean[n];
        for (int i = 0; i < n; i++) {
            int old = before.indexOf(graph.nodes().get(i).id());
            if (old >= 0) {
                put(i, before.x(old), before.y(old));
            }
        }
    }

    private record Place(double x, double y, double cost) {}

    GraphPositions place() {
        var waiting = new ArrayList<Integer>();
        for (int i = 0; i < x.length; i++) {
            if (!placed[i]) {
                waiting.add(i);
            }
        }
        for (int node : waiting) {
            add(node);
        }
        return new GraphPositions(graph.nodes().stream().map(InvestigationGraph.Node::id).toList(), x, y);
    }

    private void add(int node) {
        int layer = graph.nodes().get(node).layer();
        var columns = new TreeSet<Double>();
        double before = Double.NEGATIVE_INFINITY;
        double after = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (!placed[i]) {
                continue;
            }
            int other = graph.nodes().get(i).layer();
            if (other == layer) {
                columns.add(x[i]);
            } else if (other < layer) {
                before = Math.max(before, x[i]);
            } else {
                after = Math.min(after, x[i]);
            }
        }
        double wish = wish(node);
        double parent = parent(node, layer);
        Place best = null;
        for (double column : columns) {
            double height = free(column, wish);
            double cost = Math.abs(height - wish) + (column <= parent ? COLUMN : 0);
            if (best == null || cost < best.cost()) {
                best = new Place(column, height, cost);
            }
        }
        if (best != null && best.cost() < NEW_COLUMN_COST) {
            put(node, best.x(), best.y());
            return;
        }
        double left = columns.isEmpty() ? before : columns.last();
        double column = open(left, after);
        put(node, column, StoryLayout.brick(wish, phaseBeside(column)));
    }

    /// Half a row off the column on the left, which is the only one that may be as near as a brick.
    private double phaseBeside(double column) {
        TreeSet<Double> heights = taken.getOrDefault(column - COLUMN, new TreeSet<>());
        return heights.isEmpty() ? 0 : phase(heights) + ROW / 2;
    }

    private static double phase(TreeSet<Double> heights) {
        return heights.first() - Math.floor(heights.first() / ROW) * ROW;
    }

    /// A column right of `left` and before `after`; makes room where there is too little.
    private double open(double left, double after) {
        if (left == Double.NEGATIVE_INFINITY) {
            return after == Double.POSITIVE_INFINITY ? 0 : after - WIDE;
        }
        double column = left + COLUMN;
        double need = after == Double.POSITIVE_INFINITY ? 0 : column + WIDE - after;
        if (need <= 0) {
            return column;
        }
        int right = 0;
        int all = 0;
        for (int i = 0; i < x.length; i++) {
            if (placed[i]) {
                all++;
                right += x[i] > left ? 1 : 0;
            }
        }
        boolean rightGivesWay = right * 2 <= all;
        for (int i = 0; i < x.length; i++) {
            if (placed[i] && x[i] > left == rightGivesWay) {
                x[i] += rightGivesWay ? need : -need;
            }
        }
        taken.clear();
        for (int i = 0; i < x.length; i++) {
            if (placed[i]) {
                taken.computeIfAbsent(x[i], _ -> new TreeSet<>()).add(y[i]);
            }
        }
        return rightGivesWay ? column : column - need;
    }

    private void put(int node, double atX, double atY) {
        x[node] = atX;
        y[node] = atY;
        placed[node] = true;
        taken.computeIfAbsent(atX, _ -> new TreeSet<>()).add(atY);
    }

    private double wish(int node) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < links.degree(node); k++) {
            int neighbour = links.neighbour(node, k);
            if (placed[neighbour]) {
                sum += y[neighbour];
                count++;
            }
        }
        return count == 0 ? 0 : Math.rint(sum / count);
    }

    /// The column of the mark in the same layer that leads to this one; marks are placed right of it where there is room.
    private double parent(int node, int layer) {
        double column = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < links.degree(node); k++) {
            int neighbour = links.neighbour(node, k);
            if (placed[neighbour] && graph.nodes().get(neighbour).layer() == layer) {
                column = Math.max(column, x[neighbour]);
            }
        }
        return column;
    }

    /// The height nearest to `wish` that is free in the column.
    private double free(double column, double wish) {
        TreeSet<Double> heights = taken.getOrDefault(column, new TreeSet<>());
        double phase = heights.isEmpty() ? 0 : phase(heights);
        double nearest = StoryLayout.brick(wish, phase);
        double down = nearest;
        double up = nearest;
        while (!isFree(heights, down)) {
            down += ROW;
        }
        while (!isFree(heights, up)) {
            up -= ROW;
        }
        return down - wish <= wish - up ? down : up;
    }

    private static boolean isFree(TreeSet<Double> heights, double height) {
        Double below = heights.floor(height);
        Double above = heights.ceiling(height);
        return (below == null || height - below >= ROW) && (above == null || above - height >= ROW);
    }
}
