package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the marks lie, in world units (pixels at zoom 1), by the order of the graph's nodes. Immutable.
public final class GraphPositions {
    public static final GraphPositions EMPTY = new GraphPositions(List.of(), new double[0], new double[0]);

    private final List<String> ids;
    private final double[] xs;
    private final double[] ys;
    private final Map<String, Integer> indices;

    GraphPositions(List<String> ids, double[] xs, double[] ys) {
        this.ids = List.copyOf(ids);
        this.xs = xs.clone();
        this.ys = ys.clone();
        this.indices = HashMap.newHashMap(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            indices.put(ids.get(i), i);
        }
    }

    /// @param xs by the order of the graph's nodes
    static GraphPositions of(InvestigationGraph graph, double[] xs, double[] ys) {
        return new GraphPositions(graph.nodes().stream().map(InvestigationGraph.Node::id).toList(), xs, ys);
    }

    /// The same marks elsewhere.
    GraphPositions with(double[] x, double[] y) {
        return new GraphPositions(ids, x, y);
    }

    /// Smallest box around the middles of all marks.
    public record Bounds(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        Bounds grown(double by) {
            return new Bounds(left - by, top - by, right + by, bottom + by);
        }
    }

    public int size() {
        return ids.size();
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    public String id(int index) {
        return ids.get(index);
    }

    /// -1 when there is no such mark.
    public int indexOf(String id) {
        return indices.getOrDefault(id, -1);
    }

    /// Places in the order of the marks that are there.
    Set<Integer> indices(Collection<String> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<Integer>();
        for (String id : some) {
            int index = indexOf(id);
            if (index >= 0) {
                found.add(index);
            }
        }
        return found;
    }

    /// Some marks moved, the others where they were.
    GraphPositions shifted(Set<String> some, double byX, double byY) {
        double[] x = xs.clone();
        double[] y = ys.clone();
        for (int i : indices(some)) {
            x[i] += byX;
            y[i] += byY;
        }
        return new GraphPositions(ids, x, y);
    }

    /// The mark that lies nearest; -1 when there is none.
    int nearest(double x, double y) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < xs.length; i++) {
            double distance = Math.hypot(xs[i] - x, ys[i] - y);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    public Bounds bounds() {
        if (ids.isEmpty()) {
            return new Bounds(0, 0, 0, 0);
        }
        return new Bounds(
                Arrays.stream(xs).min().orElse(0),
                Arrays.stream(ys).min().orElse(0),
                Arrays.stream(xs).max().orElse(0),
                Arrays.stream(ys).max().orElse(0));
    }

    /// These marks on the way to where `goal` has them; marks that it does not know stay.
    ///
    /// @param part 0 for here, 1 for there
    GraphPositions towards(GraphPositions goal, double part) {
        double[] x = xs.clone();
        double[] y = ys.clone();
        for (int i = 0; i < x.length; i++) {
            int there = goal.indexOf(ids.get(i));
            if (there >= 0) {
                x[i] += (goal.xs[there] - x[i]) * part;
                y[i] += (goal.ys[there] - y[i]) * part;
            }
        }
        return new GraphPositions(ids, x, y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphPositions that
                && ids.equals(that.ids)
                && Arrays.equals(xs, that.xs)
                && Arrays.equals(ys, that.ys);
    }

    @Override
    public int hashCode() {
        return ids.hashCode() * 31 + Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }
}
