package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Node;
import dupin.service.GraphEdits;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is left of a graph after an analyst's edits, and ways through it. Pure.
final class EditedGraph {
    /// Words of the legend for the two kinds of edges; verdicts go by their names.
    static final String COMMUNICATION = "communication";

    static final String ASSOCIATION = "association";

    private EditedGraph() {}

    static InvestigationGraph of(InvestigationGraph graph, GraphEdits edits) {
        Set<String> near = edits.focus().isEmpty() ? Set.of() : around(graph, edits.focus(), edits.reach());
        List<Node> nodes =
                graph.nodes().stream()
                        .filter(node -> !edits.hidden().contains(node.id()))
                        .filter(node -> node.verdict() == null || !edits.off().contains(node.verdict().name()))
                        .filter(node -> near.isEmpty() || near.contains(node.id()))
                        .toList();
        Set<String> kept = new HashSet<>();
        nodes.forEach(node -> kept.add(node.id()));
        List<Edge> edges =
                graph.edges().stream()
                        .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
                        .filter(edge -> !edits.off().contains(edge.communication() ? COMMUNICATION : ASSOCIATION))
                        .toList();
        return nodes.size() == graph.nodes().size() && edges.size() == graph.edges().size()
                ? graph
                : new InvestigationGraph(nodes, edges, graph.standsFor(), graph.times());
    }

    /// The marks and all that are at most so many steps away; empty when none of them is there.
    static Set<String> around(InvestigationGraph graph, Set<String> ids, int steps) {
        Links links = Links.of(graph);
        int[] away = away(graph, links, ids, steps);
        var near = new LinkedHashSet<String>();
        for (int i = 0; i < away.length; i++) {
            if (away[i] >= 0) {
                near.add(graph.nodes().get(i).id());
            }
        }
        return near;
    }

    private static int[] away(InvestigationGraph graph, Links links, Set<String> ids, int steps) {
        int n = graph.nodes().size();
        int[] away = new int[n];
        Arrays.fill(away, -1);
        var queue = new ArrayDeque<Integer>();
        for (int i = 0; i < n; i++) {
            if (ids.contains(graph.nodes().get(i).id())) {
                away[i] = 0;
                queue.add(i);
            }
        }
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int k = 0; away[node] < steps && k < links.degree(node); k++) {
                int other = links.neighbour(node, k);
                if (away[other] < 0) {
                    away[other] = away[node] + 1;
                    queue.add(other);
                }
            }
        }
        return away;
    }

    /// A shortest way along the edges, whatever their direction, both ends included; of several the one that is first in the
    /// graph's order. Empty when there is none.
    static List<String> path(InvestigationGraph graph, String from, String to) {
        Links links = Links.of(graph);
        int[] away = away(graph, links, Set.of(to), Integer.MAX_VALUE);
        int at = -1;
        for (int i = 0; i < away.length; i++) {
            at = graph.nodes().get(i).id().equals(from) ? i : at;
        }
        if (at < 0 || away[at] < 0) {
            return List.of();
        }
        var way = new java.util.ArrayList<>(List.of(from));
        while (away[at] > 0) {
            int next = Integer.MAX_VALUE;
            for (int k = 0; k < links.degree(at); k++) {
                int other = links.neighbour(at, k);
                next = away[other] == away[at] - 1 ? Math.min(next, other) : next;
            }
            at = next;
            way.add(graph.nodes().get(at).id());
        }
        return way;
    }

    /// The picture with pinned marks where they were put; others that lie there make room.
    static GraphPositions pinned(GraphPositions at, GraphEdits edits) {
        if (edits.pins().keySet().stream().noneMatch(id -> at.indexOf(id) >= 0)) {
            return at;
        }
        int n = at.size();
        double[] x = new double[n];
        double[] y = new double[n];
        var spots = new FreeSpots();
        edits.pins()
                .forEach((id, place) -> {
                    if (at.indexOf(id) >= 0) {
                        spots.take(place.x(), place.y());
                    }
                });
        for (int i = 0; i < n; i++) {
            GraphEdits.Place pin = edits.pins().get(at.id(i));
            x[i] = pin == null ? at.x(i) : pin.x();
            y[i] = pin == null ? at.y(i) : pin.y();
        }
        for (int i = 0; i < n; i++) {
            if (!edits.pins().containsKey(at.id(i)) && !spots.free(x[i], y[i])) {
                double[] beside = around(at, edits).takeNear(x[i], y[i]);
                x[i] = beside[0];
                y[i] = beside[1];
            }
        }
        return at.with(x, y);
    }

    private static FreeSpots around(GraphPositions at, GraphEdits edits) {
        var spots = new FreeSpots();
        for (int i = 0; i < at.size(); i++) {
            GraphEdits.Place pin = edits.pins().get(at.id(i));
            spots.take(pin == null ? at.x(i) : pin.x(), pin == null ? at.y(i) : pin.y());
        }
        return spots;
    }
}
