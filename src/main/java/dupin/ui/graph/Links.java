package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The edges of a graph by index, with the neighbours of each node in one flat array. Edges to nodes that are not there, and
/// from a node to itself, are left out.
final class Links {
    final int[] from;
    final int[] to;
    private final int[] edges;
    private final int[] start;
    private final int[] neighbours;

    private Links(int nodes, int[] from, int[] to, int[] edges) {
        this.from = from;
        this.to = to;
        this.edges = edges;
        start = new int[nodes + 1];
        neighbours = new int[from.length * 2];
        for (int e = 0; e < from.length; e++) {
            start[from[e] + 1]++;
            start[to[e] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        for (int e = 0; e < from.length; e++) {
            neighbours[next[from[e]]++] = to[e];
            neighbours[next[to[e]]++] = from[e];
        }
    }

    static Links of(InvestigationGraph graph) {
        Map<String, Integer> index = HashMap.newHashMap(graph.nodes().size());
        for (int i = 0; i < graph.nodes().size(); i++) {
            index.put(graph.nodes().get(i).id(), i);
        }
        List<InvestigationGraph.Edge> all = graph.edges();
        int[] from = new int[all.size()];
        int[] to = new int[all.size()];
        int[] edges = new int[all.size()];
        int count = 0;
        for (int e = 0; e < all.size(); e++) {
            int a = index.getOrDefault(all.get(e).from(), -1);
            int b = index.getOrDefault(all.get(e).to(), -1);
            if (a >= 0 && b >= 0 && a != b) {
                from[count] = a;
                to[count] = b;
                edges[count++] = e;
            }
        }
        return new Links(
                graph.nodes().size(),
                java.util.Arrays.copyOf(from, count),
                java.util.Arrays.copyOf(to, count),
                java.util.Arrays.copyOf(edges, count));
    }

    int count() {
        return from.length;
    }

    /// The link's place in the graph's list of edges.
    int edge(int link) {
        return edges[link];
    }

    int degree(int node) {
        return start[node + 1] - start[node];
    }

    int neighbour(int node, int k) {
        return neighbours[start[node] + k];
    }
}
