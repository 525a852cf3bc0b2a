package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import java.util.List;

/// How deep a node lies in chains of edges that stay in its layer: 0 for a head, one more for each step on the longest way.
/// Circles are cut at their first node in the graph's order.
final class Chains {
    private Chains() {}

    static int[] depths(List<InvestigationGraph.Node> nodes, Links links) {
        int n = nodes.size();
        int[] waitsFor = new int[n];
        int[] start = new int[n + 1];
        int inner = 0;
        for (int e = 0; e < links.count(); e++) {
            if (inLayer(nodes, links, e)) {
                waitsFor[links.to[e]]++;
                start[links.from[e] + 1]++;
                inner++;
            }
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        int[] children = new int[inner];
        for (int e = 0; e < links.count(); e++) {
            if (inLayer(nodes, links, e)) {
                children[next[links.from[e]]++] = links.to[e];
            }
        }
        int[] depth = new int[n];
        boolean[] queued = new boolean[n];
        int[] queue = new int[n];
        int head = 0;
        int tail = 0;
        int cut = 0;
        for (int i = 0; i < n; i++) {
            if (waitsFor[i] == 0) {
                queued[i] = true;
                queue[tail++] = i;
            }
        }
        while (head < n) {
            while (head == tail && tail < n) {
                if (!queued[cut]) {
                    queued[cut] = true;
                    queue[tail++] = cut;
                }
                cut++;
            }
            while (head < tail) {
                int node = queue[head++];
                for (int k = start[node]; k < start[node + 1]; k++) {
                    int child = children[k];
                    if (!queued[child]) {
                        depth[child] = Math.max(depth[child], depth[node] + 1);
                        if (--waitsFor[child] == 0) {
                            queued[child] = true;
                            queue[tail++] = child;
                        }
                    }
                }
            }
        }
        return depth;
    }

    private static boolean inLayer(List<InvestigationGraph.Node> nodes, Links links, int link) {
        return nodes.get(links.from[link]).layer() == nodes.get(links.to[link]).layer();
    }
}
