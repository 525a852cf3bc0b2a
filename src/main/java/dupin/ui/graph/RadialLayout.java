package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.Arrays;

/// Rings around one mark by the number of steps that lead to it: who is near the thing that is looked at. Each mark lies in
/// the sector of the one that leads to it, sectors are as wide as what hangs on them. What no way leads to lies outside.
///
/// @param centre id of the mark in the middle; when there is none the mark with most relations
record RadialLayout(String centre, Stop stop) implements GraphLayout {
    private static final double RING = StoryLayout.COLUMN * 1.15;

    @Override
    public GraphPositions place(InvestigationGraph graph, GraphPositions before) {
        int n = graph.nodes().size();
        if (n == 0) {
            return GraphPositions.EMPTY;
        }
        var links = Links.of(graph);
        int middle = middle(graph, links);
        int known = before.indexOf(graph.nodes().get(middle).id());
        // Only a picture around the same mark may keep its places.
        if (known >= 0 && before.x(known) == 0 && before.y(known) == 0) {
            var grown = Growth.beside(graph, links, before);
            if (grown.isPresent()) {
                return grown.get();
            }
        }
        return afresh(graph, links, middle);
    }

    private int middle(InvestigationGraph graph, Links links) {
        int best = 0;
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).id().equals(centre)) {
                return i;
            }
            best = links.degree(i) > links.degree(best) ? i : best;
        }
        return best;
    }

    private GraphPositions afresh(InvestigationGraph graph, Links links, int middle) {
        int n = graph.nodes().size();
        int[] parent = new int[n];
        int[] ring = new int[n];
        int[] order = new int[n];
        Arrays.fill(ring, -1);
        int reached = walk(links, middle, parent, ring, order);
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        boolean[] inner = new boolean[n];
        for (int k = reached - 1; k > 0; k--) {
            int node = order[k];
            int above = parent[node];
            weight[above] += weight[node] - (inner[above] ? 0 : 1);
            inner[above] = true;
        }
        stop.check();
        double[] from = new double[n];
        double[] angle = new double[n];
        double[] next = new double[n];
        for (int k = 1; k < reached; k++) {
            int node = order[k];
            int above = parent[node];
            double whole = above == middle ? 2 * Math.PI : sector(weight, weight[middle], above);
            double share = weight[node] / Math.max(1, weight[above]) * whole;
            from[node] = from[above] + next[above];
            next[above] += share;
            angle[node] = from[node] + share / 2;
        }
        double[] x = new double[n];
        double[] y = new double[n];
        rings(order, reached, ring, angle, x, y);
        outside(ring, x, y);
        return GraphPositions.of(graph, x, y);
    }

    private static double sector(double[] weight, double all, int node) {
        return 2 * Math.PI * weight[node] / Math.max(1, all);
    }

    private static int walk(Links links, int middle, int[] parent, int[] ring, int[] order) {
        int head = 0;
        int tail = 0;
        ring[middle] = 0;
        parent[middle] = middle;
        order[tail++] = middle;
        while (head < tail) {
            int node = order[head++];
            for (int k = 0; k < links.degree(node); k++) {
                int other = links.neighbour(node, k);
                if (ring[other] < 0) {
                    ring[other] = ring[node] + 1;
                    parent[other] = node;
                    order[tail++] = other;
                }
            }
        }
        return tail;
    }

    /// Rings are as wide as their marks need; on a ring marks keep the order of their angles and a mark's room between them.
    private void rings(int[] order, int reached, int[] ring, double[] angle, double[] x, double[] y) {
        double radius = 0;
        int start = 1;
        while (start < reached) {
            stop.check();
            int end = start;
            while (end < reached && ring[order[end]] == ring[order[start]]) {
                end++;
            }
            int many = end - start;
            radius = Math.max(radius + RING, many * FreeSpots.WIDE * 1.12 / (2 * Math.PI));
            double least = FreeSpots.WIDE * 1.06 / radius;
            double[] wish = new double[many];
            for (int k = 0; k < many; k++) {
                wish[k] = angle[order[start + k]] - k * least;
            }
            Rising.fit(wish);
            double slack = wish[many - 1] - wish[0];
            double room = 2 * Math.PI - many * least;
            double part = slack > room ? room / slack : 1;
            for (int k = 0; k < many; k++) {
                double at = wish[0] + (wish[k] - wish[0]) * part + k * least - Math.PI;
                x[order[start + k]] = Math.cos(at) * radius;
                y[order[start + k]] = Math.sin(at) * radius;
            }
            start = end;
        }
    }

    private static void outside(int[] ring, double[] x, double[] y) {
        double bottom = Arrays.stream(y).max().orElse(0) + StoryLayout.ROW * 1.5;
        double left = Arrays.stream(x).min().orElse(0);
        int columns = (int) Math.max(4, -2 * left / StoryLayout.COLUMN);
        int at = 0;
        for (int i = 0; i < ring.length; i++) {
            if (ring[i] < 0) {
                x[i] = left + at % columns * StoryLayout.COLUMN;
                y[i] = bottom + at / columns * StoryLayout.ROW;
                at++;
            }
        }
    }
}
