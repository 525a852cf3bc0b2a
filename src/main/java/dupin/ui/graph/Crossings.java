package dupin.ui.graph;

/// How often the edges of a picture cross when they are drawn straight. Looks at all pairs: for some thousand edges. Pure.
final class Crossings {
    private Crossings() {}

    /// @return crossings for each edge, in the mean
    static double toAnEdge(GraphPositions at, Links links) {
        long crossings = 0;
        for (int e = 0; e < links.count(); e++) {
            for (int f = e + 1; f < links.count(); f++) {
                crossings += cross(at, links.from[e], links.to[e], links.from[f], links.to[f]) ? 1 : 0;
            }
        }
        return links.count() == 0 ? 0 : 2.0 * crossings / links.count();
    }

    /// Edges that share a mark only meet there.
    private static boolean cross(GraphPositions at, int a, int b, int c, int d) {
        return a != c
                && a != d
                && b != c
                && b != d
                && side(at, a, b, c) * side(at, a, b, d) < 0
                && side(at, c, d, a) * side(at, c, d, b) < 0;
    }

    private static double side(GraphPositions at, int a, int b, int c) {
        return Math.signum((at.x(b) - at.x(a)) * (at.y(c) - at.y(a)) - (at.y(b) - at.y(a)) * (at.x(c) - at.x(a)));
    }
}
