package dupin.ui.graph;

/// The straight edges of a picture whose marks change places, and how often they cross. Pure.
final class Tangle {
    final Links links;

    /// Places of the marks; they change with [#swap] and [#move] alone.
    final double[] x;

    final double[] y;

    /// Edges at each mark.
    private final int[][] edges;

    /// Places of the ends of each edge, x and y of either.
    private final double[] ends;

    /// Crossings of each mark's edges, as they were after so many changes.
    private final int[] crossings;

    private final int[] counted;
    private int changes = 1;

    /// @param x places of the marks, which change
    Tangle(Links links, double[] x, double[] y) {
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

    /// Lets two marks change places. Crossings that were counted before count until [#keep].
    void swap(int a, int b) {
        double left = x[a];
        double top = y[a];
        x[a] = x[b];
        y[a] = y[b];
        x[b] = left;
        y[b] = top;
        moved(a);
        moved(b);
    }

    /// Moves a mark up or down. Crossings that were counted before count until [#keep].
    void move(int mark, double to) {
        y[mark] = to;
        moved(mark);
    }

    /// Marks stay where they have been brought.
    void keep() {
        changes++;
    }

    private void moved(int mark) {
        for (int e : edges[mark]) {
            int end = 4 * e + (links.from[e] == mark ? 0 : 2);
            ends[end] = x[mark];
            ends[end + 1] = y[mark];
        }
    }

    /// How far the edges of a mark lead up and down; those to busy marks count little.
    double way(int mark) {
        double sum = 0;
        for (int e : edges[mark]) {
            int a = links.from[e];
            int b = links.to[e];
            sum += Math.abs(y[a] - y[b]) / Math.min(links.degree(a), links.degree(b));
        }
        return sum;
    }

    /// Crossings of a mark's edges with all, counted once as long as nothing is kept.
    int known(int mark) {
        if (counted[mark] != changes) {
            counted[mark] = changes;
            crossings[mark] = crossings(mark, Integer.MAX_VALUE);
        }
        return crossings[mark];
    }

    /// Whether the edges of the two marks cross at most so often now. The same mark twice counts once.
    boolean crossAtMost(int most, int a, int b) {
        if (most < 0) {
            return false;
        }
        int first = crossings(a, most);
        return first <= most && (a == b || first + crossings(b, most - first) <= most);
    }

    /// Counted anew, but no farther than beyond `most`.
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
