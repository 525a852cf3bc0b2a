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

    Picture(InvestigationGraph graph, GraphPositions positions) {
        this.graph = graph;
        this.positions = positions;
        this.links = Links.of(graph);
        this.curves = curves(positions, links);
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
