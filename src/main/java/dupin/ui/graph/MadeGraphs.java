package dupin.ui.graph;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Made-up incidents of any size to measure with: alerts name accounts and devices, processes start processes, files and
/// addresses hang on them; three edges to two marks. Seeded.
final class MadeGraphs {
    private static final EntityKind[] KINDS = {
        EntityKind.UNKNOWN,
        EntityKind.MAIL_MESSAGE,
        EntityKind.USER,
        EntityKind.DEVICE,
        EntityKind.PROCESS,
        EntityKind.FILE,
        EntityKind.IP_ADDRESS
    };
    private static final double[] UP_TO = {0.06, 0.14, 0.24, 0.34, 0.62, 0.84, 1};
    private static final Verdict[] VERDICTS = {
        Verdict.MALICIOUS,
        Verdict.SUSPICIOUS,
        Verdict.NO_THREATS_FOUND,
        Verdict.NO_THREATS_FOUND,
        Verdict.NO_THREATS_FOUND,
        Verdict.NOT_EVALUABLE
    };
    private static final Instant DAY = Instant.parse("2026-01-01T08:00:00Z");

    private MadeGraphs() {}

    static InvestigationGraph of(int marks, long seed) {
        var random = new SplittableRandom(seed);
        List<Node> nodes = new ArrayList<>(marks);
        Map<String, Instant> times = new HashMap<>();
        int layer = 0;
        int start = 0;
        int before = 0;
        List<Edge> edges = new ArrayList<>(marks * 3 / 2);
        for (int i = 0; i < marks; i++) {
            if (i > 0 && i >= UP_TO[layer] * marks) {
                layer++;
                before = start;
                start = i;
            }
            Node node = node(i, layer, VERDICTS[random.nextInt(VERDICTS.length)]);
            nodes.add(node);
            times.put(node.id(), DAY.plusSeconds(layer * 600L + random.nextInt(3_000)));
            if (layer > 0) {
                boolean chain = layer == 4 && i > start && random.nextInt(2) == 0;
                int from = chain ? random.nextInt(start, i) : before + random.nextInt(start - before);
                edges.add(edge(nodes.get(from), node, layer > 3));
                if (random.nextInt(5) < 3) {
                    edges.add(edge(nodes.get(random.nextInt(start)), node, false));
                }
            }
        }
        return new InvestigationGraph(nodes, edges, Map.of(), times);
    }

    private static Node node(int i, int layer, Verdict verdict) {
        String id = "made:" + i;
        if (layer == 0) {
            return new Node(id, Kind.ALERT, 0, null, null, "Suspicious behaviour " + i, "", null, null, 1);
        }
        EntityKind kind = KINDS[layer];
        String label = kind.label() + " " + i;
        return new Node(id, Kind.ENTITY, layer, kind, new EntityKey(kind, id), label, "", verdict, null, 1);
    }

    private static Edge edge(Node from, Node to, boolean communication) {
        return new Edge(from.id(), to.id(), communication, "names", "Made to measure.");
    }
}
