package dupin.engine;

import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps a graph readable: first like neighbours (same kind, same verdict, same company) become one mark. Where more marks are
/// left than can be named at one sight, what is not incriminated folds by kind and verdict whatever its company, then
/// incriminated things of one name (one tool on many devices). Last, beyond the bound, the least important marks of a kind and
/// verdict. Devices, accounts and mailboxes have marks of their own up to the bound. Counts stay exact.
final class GraphFolding {
    /// So many like neighbours are still worth drawing one by one.
    private static final int LIKE = 5;

    /// More marks than these cannot be named at one sight.
    private static final int AT_ONE_SIGHT = 64;

    private static final int SAME = 3;
    private static final Set<EntityKind> ASSETS = Set.of(EntityKind.DEVICE, EntityKind.USER, EntityKind.MAILBOX);
    private static final Pattern PROCESS_ID = Pattern.compile(" \\(\\d{1,10}\\)$");

    private static final Function<Map<String, Integer>, Comparator<Node>> MOST_IMPORTANT =
            weight ->
                    Comparator.comparingInt((Node n) -> weight.getOrDefault(n.id(), 0))
                            .reversed()
                            .thenComparing(Node::id);

    private final Map<String, Node> nodes;
    private final Collection<Edge> edges;
    private final Map<String, Integer> weight;
    private final Map<String, TreeSet<String>> company = new HashMap<>();

    /// Node id → id of the mark that stands for it.
    private final Map<String, String> standsFor = new HashMap<>();

    private final Map<String, Node> folds = new LinkedHashMap<>();

    /// @param weight importance by node id
    GraphFolding(Map<String, Node> nodes, Collection<Edge> edges, Map<String, Integer> weight) {
        this.nodes = nodes;
        this.edges = edges;
        this.weight = weight;
        for (Edge edge : edges) {
            company.computeIfAbsent(edge.from(), _ -> new TreeSet<>()).add(edge.to());
            company.computeIfAbsent(edge.to(), _ -> new TreeSet<>()).add(edge.from());
        }
    }

    InvestigationGraph within(GraphBuilder.GraphOptions options) {
        int maxMarks = options.maxMarks();
        List<Node> entities = nodes.values().stream().filter(n -> n.kind() == Kind.ENTITY && !incriminated(n)).toList();
        fold(entities, this::likeness, LIKE, GraphFolding::several);
        if (marks() > AT_ONE_SIGHT) {
            standsFor.clear();
            folds.clear();
            fold(entities.stream().filter(n -> !isAsset(n)).toList(), GraphFolding::sort, SAME, GraphFolding::several);
        }
        if (marks() > AT_ONE_SIGHT) {
            List<Node> attack =
                    nodes.values().stream()
                            .filter(n -> n.kind() == Kind.ENTITY && incriminated(n) && !isAsset(n))
                            .toList();
            fold(attack, n -> sort(n) + n.remediation() + "|" + name(n), SAME, GraphFolding::sameName);
        }
        if (marks() > maxMarks) {
            foldLeast(maxMarks);
        }
        options.unfolded().stream().sorted().forEach(fold -> unfold(fold, maxMarks));
        return new InvestigationGraph(drawn(), joined(), standsFor, Map.of());
    }

    /// The most important things of a folded mark get marks of their own, as far as there is room; the mark goes on to
    /// stand for the others.
    private void unfold(String id, int maxMarks) {
        Node fold = folds.get(id);
        if (fold == null) {
            return;
        }
        List<Node> members =
                nodes.values().stream()
                        .filter(node -> id.equals(standsFor.get(node.id())))
                        .sorted(MOST_IMPORTANT.apply(weight))
                        .toList();
        int room = maxMarks - marks();
        // All of them take the place of the folded mark; one that is left alone is no fold.
        int shown = members.size() - 1 <= room ? members.size() : Math.min(room, members.size() - 2);
        if (shown <= 0) {
            return;
        }
        members.subList(0, shown).forEach(node -> standsFor.remove(node.id()));
        folds.remove(id);
        List<Node> rest = members.subList(shown, members.size());
        if (!rest.isEmpty()) {
            Node first = rest.getFirst();
            folds.put(
                    id,
                    new Node(
                            id,
                            Kind.FOLD,
                            fold.layer(),
                            first.entityKind(),
                            null,
                            rest.size() + fold.label().substring(String.valueOf(fold.folded()).length()),
                            fold.detail(),
                            fold.verdict(),
                            fold.remediation(),
                            rest.size()));
        }
    }

    private static boolean isAsset(Node node) {
        return node.entityKind() != null && ASSETS.contains(node.entityKind());
    }

    private static String name(Node node) {
        return PROCESS_ID.matcher(node.label()).replaceFirst("");
    }

    private static String sameName(List<Node> members) {
        return members.size() + " × " + name(members.getFirst());
    }

    private static String several(List<Node> members) {
        Node first = members.getFirst();
        EntityKind kind = first.entityKind();
        String plural = kind != null ? kind.plural() : first.kind() == Kind.ALERT ? "alerts" : "investigations";
        return members.size() + " " + plural;
    }

    private static boolean incriminated(Node node) {
        Verdict verdict = node.verdict();
        return verdict != null && verdict.incriminates();
    }

    private String likeness(Node node) {
        return sort(node) + "|" + String.join("\n", company.getOrDefault(node.id(), new TreeSet<>()));
    }

    private static String sort(Node node) {
        return node.kind()
                + "|"
                + node.entityKind()
                + "|"
                + node.verdict()
                + (node.kind() == Kind.ALERT ? node.detail().split(" · ", 2)[0] : "");
    }

    /// The most important marks stay; the others of a kind and verdict go behind one mark each.
    private void foldLeast(int maxMarks) {
        standsFor.clear();
        folds.clear();
        var sorts = new HashSet<String>();
        nodes.values().forEach(node -> sorts.add(sort(node)));
        int keep = Math.max(0, maxMarks - sorts.size());
        List<Node> least = nodes.values().stream().sorted(MOST_IMPORTANT.apply(weight)).skip(keep).toList();
        fold(least, GraphFolding::sort, 2, GraphFolding::several);
    }

    private void fold(
            Collection<Node> candidates,
            Function<Node, String> likeness,
            int atLeast,
            Function<List<Node>, String> label) {
        var groups = new TreeMap<String, List<Node>>();
        candidates.forEach(node -> groups.computeIfAbsent(likeness.apply(node), _ -> new ArrayList<>()).add(node));
        groups.forEach((like, members) -> {
            if (members.size() >= atLeast) {
                Node fold = mark(like, members, label.apply(members));
                folds.put(fold.id(), fold);
                members.forEach(member -> standsFor.put(member.id(), fold.id()));
            }
        });
    }

    private static Node mark(String like, List<Node> members, String label) {
        Node first = members.getFirst();
        EntityKind kind = first.entityKind();
        Verdict verdict = first.verdict();
        RemediationStatus remediation =
                members.stream().allMatch(n -> n.remediation() == first.remediation()) ? first.remediation() : null;
        String id =
                "fold:"
                        + (kind == null ? first.kind().name().toLowerCase(java.util.Locale.ROOT) : kind.word())
                        + ":"
                        + new Digests().line(like).hex().substring(0, 12);
        return new Node(
                id,
                Kind.FOLD,
                first.layer(),
                kind,
                null,
                label,
                verdict == null ? "" : verdict.label(),
                verdict,
                remediation,
                members.size());
    }

    private int marks() {
        return nodes.size() - standsFor.size() + folds.size();
    }

    private List<Node> drawn() {
        var drawn = new ArrayList<Node>();
        nodes.values().stream().filter(node -> !standsFor.containsKey(node.id())).forEach(drawn::add);
        drawn.addAll(folds.values());
        return drawn;
    }

    /// Edges between the marks; several between the same two with one label become one that says how many.
    private List<Edge> joined() {
        var groups = new TreeMap<String, List<Edge>>();
        for (Edge edge : edges) {
            String from = at(edge.from());
            String to = at(edge.to());
            if (!from.equals(to)) {
                boolean folded = folds.containsKey(from) || folds.containsKey(to);
                groups.computeIfAbsent(from + "\n" + to + "\n" + (folded ? "" : edge.label()), _ -> new ArrayList<>())
                        .add(new Edge(from, to, edge.communication(), edge.label(), edge.reason()));
            }
        }
        return groups.values().stream().map(GraphFolding::one).toList();
    }

    private static Edge one(List<Edge> like) {
        Edge first = like.getFirst();
        if (like.size() == 1) {
            return first;
        }
        Set<String> labels = new TreeSet<>();
        like.forEach(edge -> labels.add(edge.label()));
        String label = labels.size() == 1 ? first.label() : "several";
        boolean communication = like.stream().anyMatch(Edge::communication);
        return new Edge(
                first.from(),
                first.to(),
                communication,
                label,
                like.size() + " connections: " + String.join(", ", labels) + ".");
    }

    private String at(String id) {
        @Nullable String fold = standsFor.get(id);
        return fold == null ? id : fold;
    }
}
