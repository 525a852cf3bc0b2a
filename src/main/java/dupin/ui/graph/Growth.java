package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.Optional;

/// Adds marks to a picture of any layout: the known ones stay, each new one takes the free place that is nearest to where the
/// layout or its neighbours would have it. Pure.
final class Growth {
    private static final double KNOWN_SHARE = 0.5;
    private static final double HOLES = 2;

    private Growth() {}

    /// Whether the picture is the same one with a few marks more or less, so that what is known may stay.
    static boolean of(InvestigationGraph graph, GraphPositions before) {
        long known = graph.nodes().stream().filter(n -> before.indexOf(n.id()) >= 0).count();
        return known > 0
                && known >= graph.nodes().size() * KNOWN_SHARE
                && before.size() <= graph.nodes().size() * HOLES;
    }

    /// The picture with new marks beside their neighbours; empty when it is another picture.
    static Optional<GraphPositions> beside(InvestigationGraph graph, Links links, GraphPositions before) {
        if (!of(graph, before)) {
            return Optional.empty();
        }
        int n = graph.nodes().size();
        double[] x = new double[n];
        double[] y = new double[n];
        boolean[] placed = new boolean[n];
        var spots = new FreeSpots();
        for (int i = 0; i < n; i++) {
            int old = before.indexOf(graph.nodes().get(i).id());
            if (old >= 0) {
                placed[i] = true;
                x[i] = before.x(old);
                y[i] = before.y(old);
                spots.take(x[i], y[i]);
            }
        }
        GraphPositions.Bounds bounds = before.bounds();
        for (int i = 0; i < n; i++) {
            if (!placed[i]) {
                double sumX = 0;
                double sumY = 0;
                int near = 0;
                for (int k = 0; k < links.degree(i); k++) {
                    int neighbour = links.neighbour(i, k);
                    if (placed[neighbour]) {
                        sumX += x[neighbour];
                        sumY += y[neighbour];
                        near++;
                    }
                }
                double wishX = near == 0 ? (bounds.left() + bounds.right()) / 2 : sumX / near;
                double wishY = near == 0 ? bounds.bottom() + StoryLayout.ROW : sumY / near;
                double[] at = spots.takeNear(wishX, wishY);
                x[i] = at[0];
                y[i] = at[1];
                placed[i] = true;
            }
        }
        return Optional.of(GraphPositions.of(graph, x, y));
    }
}
