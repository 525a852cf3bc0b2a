package dupin.ui.graph;

import java.util.stream.IntStream;

/// Lets marks of one layer change places as long as fewer edges cross, drawn straight, or as few over shorter ways. Looks at
/// each pair of neighbours anew, which pays for pictures that somebody reads whole. Pure.
final class Untangling {
    private static final int PASSES = 2;

    /// Marks so far apart in their layer change places.
    private static final int REACH = 3;

    /// Ways that differ by less are as long.
    private static final double SAME = 1;

    private final Links links;
    private final double[] x;
    private final double[] y;

    /// Edges at each mark.
    private final int[][] edges;

    /// Places of the ends of each edge, x and y of either.
    private final double[] ends;

    /// Crossings of each mark's edges, as they were after so many changes.
    private final int[] crossings;

    private final int[] counted;
    private int changes = 1;

    /// @param x places of the marks, which change
    Untangling(Links links, double[] x, double[] y) {
        this.links = links;
        this.x = x;
        this.y = y;
        edges = new int[x.length][];
        for (int i = 0; i < x.length; i++) {
            edges[i] = new int[links.degree(i)];
        }
        int[] filled = new int[x.length];
        for (int e = 0; e < links.count(); e++) {
            int a = links.from[e];
            int b = links.to[e];
            edges[a][filled[a]++] = e;
            edges[b][filled[b]++] = e;
        }
        crossings = new int[x.length];
        counted = new int[x.length];
        ends = new double[4 * links.count()];
        for (int i = 0; i < x.length; i++) {
            moved(i);
        }
    }

    /// @param layers marks of each
    void run(int[][] layers, Stop stop) {
        for (int pass = 0; pass < PASSES; pass++) {
            boolean any = false;
            for (int[] layer : layers) {
                stop.check();
                any |= pass(byHeight(layer));
            }
            if (!any) {
                return;
            }
        }
    }

    private int[] byHeight(int[] layer) {
        return IntStream.of(layer)
                .boxed()
                .sorted((a, b) -> y[a] != y[b] ? Double.compare(y[a], y[b]) : Double.compare(x[a], x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean pass(int[] layer) {
        boolean any = false;
        for (int apart = 1; apart <= REACH; apart++) {
            for (int i = 0; i + apart < layer.length; i++) {
                int a = layer[i];
                int b = layer[i + apart];
                int crossings = known(a) + known(b);
                double way = way(a) + way(b);
                swap(a, b);
                int most = way(a) + way(b) < way - SAME ? crossings : crossings - 1;
                int now = most < 0 ? 0 : crossings(a, most);
                if (most >= 0 && now <= most && now + crossings(b, most - now) <= most) {
                    layer[i] = b;
                    layer[i + apart] = a;
                    any = true;
                    changes++;
                } else {
                    swap(a, b);
                }
            }
        }
        return any;
    }

    private void swap(int a, int b) {
        double left = x[a];
        double top = y[a];
        x[a] = x[b];
        y[a] = y[b];
        x[b] = left;
        y[b] = top;
        moved(a);
        moved(b);
    }

    private void moved(int mark) {
        for (int e : edges[mark]) {
            int end = 4 * e + (links.from[e] == mark ? 0 : 2);
            ends[end] = x[mark];
            ends[end + 1] = y[mark];
        }
    }

    /// How far the edges of a mark lead up and down; those to busy marks count little.
    private double way(int mark) {
        double sum = 0;
        for (int e : edges[mark]) {
            int a = links.from[e];
            int b = links.to[e];
            sum += Math.abs(y[a] - y[b]) / Math.min(links.degree(a), links.degree(b));
        }
        return sum;
    }

    /// Crossings of a mark's edges with all, counted once as long as nothing changes.
    private int known(int mark) {
        if (counted[mark] != changes) {
            counted[mark] = changes;
            crossings[mark] = crossings(mark, Integer.MAX_VALUE);
        }
        return crossings[mark];
    }

    /// As above, counted anew, but no farther than beyond `most`.
    private int crossings(int mark, int most) {
        int crossings = 0;
        for (int e : edges[mark]) {
            if (crossings > most) {
                return crossings;
            }
            double ax = ends[4 * e];
            double ay = ends[4 * e + 1];
            double bx = ends[4 * e + 2];
            double by = ends[4 * e + 3];
            double dx = bx - ax;
            double dy = by - ay;
            double left = Math.min(ax, bx);
            double right = Math.max(ax, bx);
            double top = Math.min(ay, by);
            double bottom = Math.max(ay, by);
            for (int at = 0; at < ends.length; at += 4) {
                double cx = ends[at];
                double ex = ends[at + 2];
                if (cx <= left && ex <= left || cx >= right && ex >= right) {
                    continue;
                }
                double cy = ends[at + 1];
                double ey = ends[at + 3];
                if (cy <= top && ey <= top || cy >= bottom && ey >= bottom) {
                    continue;
                }
                // Edges that share a mark lie nowhere on both sides of each other.
                double fx = ex - cx;
                double fy = ey - cy;
                boolean parts = (dx * (cy - ay) - dy * (cx - ax)) * (dx * (ey - ay) - dy * (ex - ax)) < 0;
                if (parts && (fx * (ay - cy) - fy * (ax - cx)) * (fx * (by - cy) - fy * (bx - cx)) < 0) {
                    crossings++;
                }
            }
        }
        return crossings;
    }
}
