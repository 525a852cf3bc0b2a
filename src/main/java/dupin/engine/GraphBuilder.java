package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationGraph.Edge;
import dupin.model.InvestigationGraph.Kind;
import dupin.model.InvestigationGraph.Node;
import dupin.model.RemediationStatus;
import dupin.model.ScopeExpansion;
import dupin.model.row.EntityRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws an incident as marks and edges: its investigations, its alerts, and every entity that they name or reached. Equal
/// state gives the equal picture in the equal order; beyond the bound, like neighbours stand behind one mark with their
/// count.
public final class GraphBuilder {

    /// @param maxMarks at most so many marks
    /// @param unfolded folded marks whose things are wanted one by one, as far as the bound allows
    public record GraphOptions(int maxMarks, Set<String> unfolded) {
        public static final GraphOptions STANDARD = new GraphOptions(200, Set.of());

        public GraphOptions {
            unfolded = Set.copyOf(unfolded);
        }

        public GraphOptions(int maxMarks) {
            this(maxMarks, Set.of());
        }
    }

    private static final Comparator<Node> ORDER =
            Comparator.comparingInt(Node::layer).thenComparing(Node::kind).thenComparing(Node::id);
    private static final Comparator<Edge> EDGES =
            Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::label);

    private final CaseState state;
    private final IncidentRows rows;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> weight = new HashMap<>();
    private final Map<EntityKey, String> named = new HashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, Instant> times = new HashMap<>();

    private GraphBuilder(CaseState state, IncidentRows rows) {
        this.state = state;
        this.rows = rows;
    }

    public static InvestigationGraph build(CaseState state, String incidentId) {
        return build(state, incidentId, GraphOptions.STANDARD);
    }

    /// Empty for an unknown incident.
    public static InvestigationGraph build(CaseState state, String incidentId, GraphOptions options) {
        return build(state, incidentId, new IncidentRows(state, incidentId), options);
    }

    /// @param rows those of the incident, where somebody has them already
    public static InvestigationGraph build(
            CaseState state, String incidentId, IncidentRows rows, GraphOptions options) {
        var builder = new GraphBuilder(state, rows);
        List<Alert> alerts = state.alertsOf(incidentId);
        List<Investigation> investigations = state.investigationsOf(incidentId);
        investigations.forEach(builder::mark);
        alerts.forEach(builder::mark);
        builder.rows.entities().forEach(builder::mark);
        investigations.forEach(i -> builder.join(i, alerts));
        alerts.forEach(builder::evidence);
        builder.rows.entities().forEach(row -> builder.relate(row.entity()));
        builder.orphans(investigations);
        var folded = new GraphFolding(builder.nodes, builder.edges.values(), builder.weight).within(options);
        return new InvestigationGraph(
                folded.nodes().stream().sorted(ORDER).toList(),
                folded.edges().stream().sorted(EDGES).toList(),
                folded.standsFor(),
                builder.timesOf(folded));
    }

    /// A folded mark has the time of the first of its things.
    private Map<String, Instant> timesOf(InvestigationGraph graph) {
        var earliest = new HashMap<String, Instant>();
        times.forEach((id, time) -> earliest.merge(graph.markOf(id), time, (a, b) -> a.isBefore(b) ? a : b));
        return earliest;
    }

    private void happened(String id, @Nullable Instant time) {
        if (time != null) {
            times.putIfAbsent(id, time);
        }
    }

    private void mark(Investigation it) {
        add(
                new Node(
                        "investigation:" + it.id(),
                        Kind.INVESTIGATION,
                        0,
                        null,
                        null,
                        "Investigation " + it.id(),
                        it.state().label(),
                        null,
                        null,
                        1),
                1_000_000);
    }

    private void mark(Alert it) {
        String time = it.time() == null ? "" : " · " + it.time();
        add(
                new Node(
                        "alert:" + it.id(),
                        Kind.ALERT,
                        0,
                        null,
                        null,
                        it.title(),
                        it.severity().label() + time,
                        null,
                        null,
                        1),
                100_000 + it.severity().ordinal());
        happened("alert:" + it.id(), it.time());
    }

    private void mark(EntityRow row) {
        Entity entity = row.entity();
        EntityKey key = entity.key();
        RemediationStatus remediation = row.remediation() == RemediationStatus.NONE ? null : row.remediation();
        int verdict = row.verdict() == null ? 0 : row.verdict().ordinal() + 1;
        add(
                new Node(
                        key.toString(),
                        Kind.ENTITY,
                        layer(entity.kind()),
                        entity.kind(),
                        key,
                        entity.label(),
                        detail(entity),
                        row.verdict(),
                        remediation,
                        1),
                verdict * 10_000
                        + (row.fromAlert() ? 1_000 : 0)
                        + Math.clamp(row.score(), -400, 400)
                        + Math.min(row.alerts(), 500));
        happened(
                key.toString(),
                switch (entity) {
                    case Entity.Process it when it.processCreationDateTime() != null -> it.processCreationDateTime();
                    case Entity.MailMessage it when it.receivedDateTime() != null -> it.receivedDateTime();
                    default -> row.firstSeen();
                });
        entity.allKeys().forEach(name -> named.putIfAbsent(name, key.toString()));
    }

    private void add(Node node, int importance) {
        nodes.putIfAbsent(node.id(), node);
        weight.putIfAbsent(node.id(), importance);
    }

    /// Place in the story: alerts, how it came in, who, where, what ran, what it left, where it talked to.
    private static int layer(EntityKind kind) {
        return switch (kind) {
            case MAIL_MESSAGE, MAIL_CLUSTER, MAIL_SUBMISSION -> 1;
            case USER, MAILBOX, SIGN_IN_SESSION, SECURITY_GROUP -> 2;
            case DEVICE -> 3;
            case PROCESS -> 4;
            case FILE -> 5;
            case SERVICE, DRIVER, REGISTRY_KEY, REGISTRY_VALUE, SCHEDULED_TASK -> 6;
            case IP_ADDRESS, URL, DOMAIN -> 7;
            case CLOUD_APPLICATION, OAUTH_APPLICATION, CLOUD_RESOURCE, UNKNOWN -> 8;
        };
    }

    private static String detail(Entity entity) {
        return switch (entity) {
            case Entity.Device it -> it.osPlatform();
            case Entity.Process it -> it.processCommandLine();
            case Entity.MailMessage it -> it.senderAddress();
            case Entity.MailCluster it -> it.threats();
            case Entity.ScheduledTask it -> it.action();
            case Entity.RegistryValue it -> it.registryValue();
            case Entity.IpAddress it -> it.countryLetterCode();
            default -> Folders.pathOf(entity);
        };
    }

    private void join(Investigation investigation, List<Alert> alerts) {
        String from = "investigation:" + investigation.id();
        for (Alert alert : alerts) {
            if (investigation.alertIds().contains(alert.id())) {
                edge("alert:" + alert.id(), from, false, "investigated", "The investigation looks into this alert.");
            }
        }
        for (ScopeExpansion expansion : state.expansions(investigation.id())) {
            String to = named.getOrDefault(expansion.entity().key(), "");
            String origin = named.getOrDefault(expansion.from(), "");
            edge(origin, to, talks(origin, to), expansion.rule(), expansion.text());
        }
    }

    private boolean talks(String one, String two) {
        return network(one) != network(two)
                && (isA(one, EntityKind.PROCESS)
                        || isA(two, EntityKind.PROCESS)
                        || isA(one, EntityKind.DEVICE)
                        || isA(two, EntityKind.DEVICE));
    }

    private boolean network(String id) {
        return isA(id, EntityKind.IP_ADDRESS) || isA(id, EntityKind.URL) || isA(id, EntityKind.DOMAIN);
    }

    private boolean isA(String id, EntityKind kind) {
        Node node = nodes.get(id);
        return node != null && node.entityKind() == kind;
    }

    private void evidence(Alert alert) {
        for (Evidence evidence : alert.evidence()) {
            String to = named.getOrDefault(evidence.entity().key(), "");
            String roles = String.join(", ", evidence.roles());
            edge(
                    "alert:" + alert.id(),
                    to,
                    false,
                    roles.isEmpty() ? "evidence" : roles,
                    "Evidence of the alert \"" + alert.title() + "\".");
        }
        talkInside(alert);
    }

    /// One process and addresses in one alert: the alert is about that process talking to them.
    private void talkInside(Alert alert) {
        List<Entity> processes =
                alert.evidence().stream().map(Evidence::entity).filter(Entity.Process.class::isInstance).toList();
        if (processes.size() != 1) {
            return;
        }
        for (Evidence evidence : alert.evidence()) {
            String to = named.getOrDefault(evidence.entity().key(), "");
            if (network(to)) {
                edge(
                        named.getOrDefault(processes.getFirst().key(), ""),
                        to,
                        true,
                        "connects to",
                        "The alert \"" + alert.title() + "\" names both.");
            }
        }
    }

    private void relate(Entity entity) {
        for (GraphRelations.Relation relation : GraphRelations.of(entity)) {
            String own = named.getOrDefault(entity.key(), "");
            String other = relation.keys().stream().filter(named::containsKey).findFirst().map(named::get).orElse("");
            if (relation.outward()) {
                edge(own, other, relation.communication(), relation.label(), relation.reason());
            } else {
                edge(other, own, relation.communication(), relation.label(), relation.reason());
            }
        }
    }

    /// A mark that nothing leads to hangs on the investigation that analysed it.
    private void orphans(List<Investigation> investigations) {
        var linked = new HashSet<String>();
        edges.values()
                .forEach(edge -> {
                    linked.add(edge.from());
                    linked.add(edge.to());
                });
        for (Investigation investigation : investigations) {
            for (EntityKey key : investigation.entities()) {
                String id = Optional.ofNullable(named.get(key)).orElse("");
                if (!linked.contains(id)) {
                    edge(
                            "investigation:" + investigation.id(),
                            id,
                            false,
                            "analysed",
                            "It is in the scope of the investigation.");
                    linked.add(id);
                }
            }
        }
    }

    private void edge(String from, String to, boolean communication, String label, String reason) {
        if (!from.equals(to) && nodes.containsKey(from) && nodes.containsKey(to)) {
            edges.putIfAbsent(from + "\n" + to + "\n" + label, new Edge(from, to, communication, label, reason));
        }
    }
}
