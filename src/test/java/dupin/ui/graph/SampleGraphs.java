package dupin.ui.graph;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Made-up incidents of any size: mails reach users on devices, processes start processes, files and addresses hang on them.
final class SampleGraphs {
    private static final EntityKind[] BY_LAYER = {
        EntityKind.UNKNOWN,
        EntityKind.MAIL_MESSAGE,
        EntityKind.USER,
        EntityKind.DEVICE,
        EntityKind.PROCESS,
        EntityKind.FILE,
        EntityKind.IP_ADDRESS
    };
    private static final double[] SHARE = {0.06, 0.08, 0.10, 0.10, 0.28, 0.22, 0.16};
    private static final RemediationStatus[] STATES = {
        RemediationStatus.REMEDIATED,
        RemediationStatus.PENDING_APPROVAL,
        RemediationStatus.NONE,
        RemediationStatus.DECLINED
    };

    private final RandomGenerator random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<List<Node>> layers = new ArrayList<>();

    private SampleGraphs(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static InvestigationGraph of(int size, long seed) {
        return new SampleGraphs(seed).build(size);
    }

    /// The graph with times of most of its marks: what lies in a later layer happened later, mostly.
    static InvestigationGraph timed(int size, long seed) {
        InvestigationGraph graph = of(size, seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);
        var times = new java.util.HashMap<String, Instant>();
        for (Node node : graph.nodes()) {
            if (random.nextInt(8) > 0) {
                long late = node.layer() * 400_000L + (long) (random.nextExponential() * 3_000_000);
                times.put(node.id(), Instant.parse("2026-11-20T09:12:44Z").plusMillis(late));
            }
        }
        return new InvestigationGraph(graph.nodes(), graph.edges(), graph.standsFor(), times);
    }

    /// The graph with one more node: a file of its first process.
    static InvestigationGraph grown(InvestigationGraph graph, int layer, String id) {
        var nodes = new ArrayList<>(graph.nodes());
        var edges = new ArrayList<>(graph.edges());
        var hook =
                graph.nodes().stream()
                        .filter(n -> n.layer() == Math.min(4, layer))
                        .findFirst()
                        .orElse(graph.nodes().getFirst());
        nodes.add(
                new Node(
                        id,
                        Kind.ENTITY,
                        layer,
                        EntityKind.FILE,
                        new EntityKey(EntityKind.FILE, id),
                        "late.dll",
                        "",
                        null,
                        null,
                        1));
        edges.add(new Edge(hook.id(), id, true, "created", "seen on the way"));
        return new InvestigationGraph(nodes, edges, graph.standsFor(), graph.times());
    }

    /// A phishing story as an analyst would meet it.
    static InvestigationGraph phishing() {
        var s = new SampleGraphs(1);
        s.add("alert:1", Kind.ALERT, 0, null, "Phishing document started a command shell", null, null, 1);
        s.add("investigation:1", Kind.INVESTIGATION, 0, null, "Investigation 17", null, null, 1);
        s.entity(
                EntityKind.MAIL_MESSAGE,
                1,
                "Overdue invoice 4471",
                Verdict.MALICIOUS,
                RemediationStatus.PENDING_APPROVAL);
        s.entity(EntityKind.USER, 2, "r.okafor@contoso.example", Verdict.SUSPICIOUS, null);
        s.entity(EntityKind.DEVICE, 3, "FIN-LAPTOP-07", Verdict.SUSPICIOUS, RemediationStatus.PENDING_APPROVAL);
        s.entity(EntityKind.PROCESS, 4, "winword.exe", Verdict.NO_THREATS_FOUND, null);
        s.entity(
                EntityKind.PROCESS,
                4,
                "powershell.exe -nop -w hidden -enc SQBFAFgAIAAoAE4A",
                Verdict.MALICIOUS,
                RemediationStatus.REMEDIATED);
        s.entity(
                EntityKind.FILE,
                5,
                "C:\\Users\\rokafor\\AppData\\Local\\Temp\\update-service.exe",
                Verdict.MALICIOUS,
                RemediationStatus.REMEDIATED);
        s.entity(EntityKind.DOMAIN, 6, "cdn-update.example", Verdict.MALICIOUS, RemediationStatus.BLOCKED);
        s.entity(EntityKind.IP_ADDRESS, 6, "203.0.113.77", Verdict.SUSPICIOUS, null);
        s.add("fold:dll", Kind.FOLD, 5, EntityKind.FILE, "14 modules in System32", Verdict.NO_THREATS_FOUND, null, 14);
        s.entity(EntityKind.URL, 6, "https://cdn-update.example/a/b/c/stage2.bin", Verdict.NOT_EVALUABLE, null);
        int[][] solid = {{2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {6, 8}, {6, 9}, {8, 9}, {6, 11}};
        for (int[] e : solid) {
            s.edge(e[0], e[1], true);
        }
        int[][] dashed = {{0, 2}, {0, 4}, {1, 0}, {5, 10}};
        for (int[] e : dashed) {
            s.edge(e[0], e[1], false);
        }
        return new InvestigationGraph(s.nodes, s.edges);
    }

    private InvestigationGraph build(int size) {
        for (int layer = 0; layer < BY_LAYER.length; layer++) {
            layers.add(new ArrayList<>());
        }
        for (int layer = 0; layer < BY_LAYER.length; layer++) {
            int count = Math.max(1, (int) Math.round(size * SHARE[layer]));
            for (int i = 0; i < count && nodes.size() < size; i++) {
                Node node = make(layer);
                layers.get(layer).add(node);
                if (layer == 4 && i > 0 && random.nextDouble() < 0.55) {
                    link(layers.get(4).get(random.nextInt(i)), node, true);
                } else if (layer > 0) {
                    List<Node> earlier = layers.get(layer - 1);
                    link(earlier.get(skewed(earlier.size())), node, layer > 3 || random.nextDouble() < 0.6);
                }
                if (random.nextDouble() < 0.12 && layer > 1) {
                    List<Node> far = layers.get(random.nextInt(layer));
                    link(far.get(random.nextInt(far.size())), node, false);
                }
            }
        }
        while (nodes.size() < size) {
            Node node = make(6);
            layers.get(6).add(node);
            link(layers.get(4).get(random.nextInt(layers.get(4).size())), node, true);
        }
        return new InvestigationGraph(nodes, edges);
    }

    private int skewed(int bound) {
        return (int) (bound * random.nextDouble() * random.nextDouble());
    }

    private Node make(int layer) {
        int n = nodes.size();
        if (layer == 0) {
            return add("alert:" + n, Kind.ALERT, 0, null, "Suspicious behaviour was observed " + n, null, null, 1);
        }
        EntityKind kind = BY_LAYER[layer];
        String label =
                switch (kind) {
                    case MAIL_MESSAGE -> "Invoice " + n + " is overdue, please see the attached document";
                    case USER -> "user" + n + "@contoso.example";
                    case DEVICE -> "WORKSTATION-" + n;
                    case PROCESS -> random.nextBoolean() ? "svchost.exe -k netsvcs -p -s Schedule " + n : "cmd.exe";
                    case FILE -> "C:\\Users\\person" + n + "\\AppData\\Local\\Temp\\payload" + n + ".exe";
                    default -> "198.51.100." + n % 256;
                };
        double chance = random.nextDouble();
        Verdict verdict =
                chance < 0.15
                        ? Verdict.MALICIOUS
                        : chance < 0.32
                                ? Verdict.SUSPICIOUS
                                : chance < 0.8
                                        ? Verdict.NO_THREATS_FOUND
                                        : chance < 0.92 ? Verdict.NOT_EVALUABLE : null;
        RemediationStatus state =
                verdict != null && verdict.incriminates() ? STATES[random.nextInt(STATES.length)] : null;
        boolean fold = layer > 4 && random.nextDouble() < 0.06;
        return add(
                "e:" + n,
                fold ? Kind.FOLD : Kind.ENTITY,
                layer,
                kind,
                label,
                verdict,
                state,
                fold ? 3 + random.nextInt(40) : 1);
    }

    private Node entity(EntityKind kind, int layer, String label, Verdict verdict, RemediationStatus state) {
        return add(kind.word() + ":" + label, Kind.ENTITY, layer, kind, label, verdict, state, 1);
    }

    private Node add(
            String id,
            Kind kind,
            int layer,
            EntityKind entity,
            String label,
            Verdict verdict,
            RemediationStatus state,
            int folded) {
        EntityKey key = entity == null ? null : new EntityKey(entity, id);
        var node =
                new Node(
                        id,
                        kind,
                        layer,
                        entity,
                        key,
                        label,
                        "First seen 2026-11-20 09:12:44.107 Z",
                        verdict,
                        state,
                        folded);
        nodes.add(node);
        return node;
    }

    private void link(Node from, Node to, boolean communication) {
        edges.add(
                new Edge(
                        from.id(),
                        to.id(),
                        communication,
                        communication ? "started" : "",
                        "row 12 of DeviceProcessEvents"));
    }

    private void edge(int from, int to, boolean communication) {
        link(nodes.get(from), nodes.get(to), communication);
    }
}
