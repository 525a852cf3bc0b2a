package dupin.ui.graph;

import dupin.model.InvestigationGraph;

/// Marks that have to do with each other lie together, others apart. Starts from the distances in the graph, turned so that
/// the story runs from left to right here too; nothing depends on chance. Then distances are evened out and each mark gets room
/// for its name. In a large picture forces do that, which look at all marks at once, and it lies as wide as it can.
///
/// @param stop asked between the rounds
record ForceLayout(Stop stop) implements GraphLayout {
    /// Distance of two marks that an edge joins.
    static final double UNIT = 150;

    /// Rounds of forces, by the number of marks: so many of both together.
    private static final int WORK = 800_000;

    private static final int LEAST = 40;

    /// After more, hardly fewer edges cross.
    private static final int MOST = 400;

    /// More rounds change nothing that could be seen.
    private static final int EASINGS = 12;

    @Override
    public GraphPositions place(InvestigationGraph graph, GraphPositions before) {
        var links = Links.of(graph);
        return Growth.beside(graph, links, before).orElseGet(() -> afresh(graph, links));
    }

    private GraphPositions afresh(InvestigationGraph graph, Links links) {
        int n = graph.nodes().size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] layers = graph.nodes().stream().mapToDouble(InvestigationGraph.Node::layer).toArray();
        var pivots = new Pivots(links, n);
        new PivotScaling(links, pivots, n).place(layers, UNIT, x, y);
        spread(x, y);
        if (n > Pivots.ALL) {
            var forces = new Forces(links, x, y);
            for (int round = Math.clamp(WORK / n, LEAST, MOST); round > 0; round--) {
                stop.check();
                forces.round();
            }
            x = forces.xs();
            y = forces.ys();
            Lying.down(x, y, layers, UNIT / edge(links, x, y));
        } else {
            new Easing(pivots).ease(x, y, UNIT, EASINGS, stop);
        }
        Spacing.apart(x, y, stop);
        return GraphPositions.of(graph, x, y);
    }

    /// Length of an edge, in the mean.
    private static double edge(Links links, double[] x, double[] y) {
        double sum = 1e-9;
        for (int e = 0; e < links.count(); e++) {
            sum += Math.hypot(x[links.from[e]] - x[links.to[e]], y[links.from[e]] - y[links.to[e]]);
        }
        return sum / Math.max(1, links.count());
    }

    /// Leaves of one mark start at one place; forces need a direction.
    private static void spread(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += Math.cos(2.4 * i) * UNIT / 4;
            y[i] += Math.sin(2.4 * i) * UNIT / 4;
        }
    }
}
