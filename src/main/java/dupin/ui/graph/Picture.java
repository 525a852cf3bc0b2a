package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A graph with places for its marks and curves for its edges: all that painting and hit testing need. Immutable.
final class Picture {
    static final Picture EMPTY = new Picture(InvestigationGraph.EMPTY, GraphPositions.EMPTY);
    private static final double BEND = 22;

    private final InvestigationGraph graph;
    private final GraphPositions positions;
    private final Links links;
    private final List<Curve> curves;

    /// Left, top, right and bottom of each curve's hull.
    private final float[] hulls;

    /// How each link is drawn, see [EdgeArt#kind]: here, because looking it up costs more than drawing.
    private final byte[] kinds;

    private final double crowding;
    private final double density;

    Picture(InvestigationGraph graph, GraphPositions positions) {
        this.graph = graph;
        this.positions = positions;
        this.links = Links.of(graph);
        this.curves = curves(positions, links);
        hulls = new float[curves.size() * 4];
        kinds = new byte[curves.size()];
        double length = 0;
        for (int e = 0; e < curves.size(); e++) {
            Curve c = curves.get(e);
            hulls[4 * e] = (float) Math.min(Math.min(c.x1(), c.x2()), Math.min(c.ax(), c.bx()));
            hulls[4 * e + 1] = (float) Math.min(Math.min(c.y1(), c.y2()), Math.min(c.ay(), c.by()));
            hulls[4 * e + 2] = (float) Math.max(Math.max(c.x1(), c.x2()), Math.max(c.ax(), c.bx()));
            hulls[4 * e + 3] = (float) Math.max(Math.max(c.y1(), c.y2()), Math.max(c.ay(), c.by()));
            kinds[e] = EdgeArt.kind(edge(e), node(links.from[e]).verdict(), node(links.to[e]).verdict());
            length += Math.hypot(c.x1() - c.x2(), c.y1() - c.y2());
        }
        GraphPositions.Bounds bounds = positions.bounds().grown(BEND);
        crowding = length / bounds.width() / bounds.height();
        density = positions.size() / bounds.width() / bounds.height();
    }

    byte kind(int link) {
        return kinds[link];
    }

    /// Marks to an area of the picture, in world units.
    double density() {
        return density;
    }

    /// Length of edges to an area of the picture, in world units.
    double crowding() {
        return crowding;
    }

    /// Whether a link may come into a window in world units; most of those that do not are told here.
    boolean reaches(int link, double left, double top, double right, double bottom) {
        return hulls[4 * link] <= right
                && hulls[4 * link + 1] <= bottom
                && hulls[4 * link + 2] >= left
                && hulls[4 * link + 3] >= top;
    }

    InvestigationGraph graph() {
        return graph;
    }

    GraphPositions positions() {
        return positions;
    }

    Links links() {
        return links;
    }

    InvestigationGraph.Node node(int index) {
        return graph.nodes().get(index);
    }

    InvestigationGraph.Edge edge(int link) {
        return graph.edges().get(links.edge(link));
    }

    /// The curve of a link, in world units.
    Curve curve(int link) {
        return curves.get(link);
    }

    /// The node and its neighbours; empty for -1.
    Set<Integer> around(int node) {
        var near = new HashSet<Integer>();
        if (node >= 0) {
            near.add(node);
            for (int k = 0; k < links.degree(node); k++) {
                near.add(links.neighbour(node, k));
            }
        }
        return near;
    }

    private static List<Curve> curves(GraphPositions at, Links links) {
        Map<Long, Integer> seen = new HashMap<>();
        var curves = new ArrayList<Curve>(links.count());
        for (int e = 0; e < links.count(); e++) {
            int a = links.from[e];
            int b = links.to[e];
            long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
            int nth = seen.merge(pair, 1, Integer::sum) - 1;
            double bend = nth == 0 ? 0 : (nth % 2 == 1 ? 1 : -1) * (nth + 1) / 2 * BEND;
            curves.add(Curve.between(at.x(a), at.y(a), at.x(b), at.y(b), bend));
        }
        return curves;
    }
}
