package dupin.ui.graph;

/// Where an arrow key leads to. Pure.
final class Steps {
    private static final double ASIDE = 2.2;

    private Steps() {}

    /// The neighbour that lies best in the direction; else any mark; else the mark itself.
    static int next(Picture picture, int from, int dx, int dy) {
        int best = from;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < picture.links().degree(from); k++) {
            int candidate = picture.links().neighbour(from, k);
            double cost = cost(picture.positions(), from, candidate, dx, dy);
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        if (best != from) {
            return best;
        }
        for (int i = 0; i < picture.positions().size(); i++) {
            double cost = cost(picture.positions(), from, i, dx, dy);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    /// Distance, with what goes aside counting more; infinite outside of the quarter that the key points to.
    private static double cost(GraphPositions at, int from, int to, int dx, int dy) {
        double ahead = (at.x(to) - at.x(from)) * dx + (at.y(to) - at.y(from)) * dy;
        double aside = Math.abs((at.x(to) - at.x(from)) * dy) + Math.abs((at.y(to) - at.y(from)) * dx);
        return ahead <= 0 || aside > ahead * 3 ? Double.MAX_VALUE : ahead + aside * ASIDE;
    }
}
