package dupin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The picture of an incident as data: marks and edges in a stable order. Layout and painting know nothing else.
///
/// @param standsFor id of each thing that has no mark of its own → id of the folded mark that stands for it
/// @param times when that which a mark stands for happened first, by the mark's id; what has no time is left out
public record InvestigationGraph(
        List<Node> nodes, List<Edge> edges, Map<String, String> standsFor, Map<String, Instant> times) {
    public static final InvestigationGraph EMPTY = new InvestigationGraph(List.of(), List.of());

    public InvestigationGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        standsFor = Map.copyOf(standsFor);
        times = Map.copyOf(times);
    }

    public InvestigationGraph(List<Node> nodes, List<Edge> edges) {
        this(nodes, edges, Map.of(), Map.of());
    }

    /// The mark for an entity key, an alert or an investigation: its own, else the folded one.
    public String markOf(String id) {
        return standsFor.getOrDefault(id, id);
    }

    /// @param id stable over versions of the graph: entity key, `alert:ID`, `investigation:ID` or `fold:…`
    /// @param layer place in the story: 0 alert, 1 mail, 2 user, 3 device, 4 process … ; layouts may use it
    /// @param entity null for alerts, the investigation and folded marks
    /// @param verdict null where nothing was judged
    /// @param remediation null where nothing is to remediate
    /// @param folded how many like neighbours this mark stands for; 1 for an ordinary one
    public record Node(
            String id,
            Kind kind,
            int layer,
            @Nullable EntityKind entityKind,
            @Nullable EntityKey entity,
            String label,
            String detail,
            @Nullable Verdict verdict,
            @Nullable RemediationStatus remediation,
            int folded) {}

    public enum Kind {
        ALERT,
        INVESTIGATION,
        ENTITY,
        FOLD
    }

    /// @param communication solid line when true (data went from one to the other), dashed association otherwise
    /// @param reason shown on click
    public record Edge(String from, String to, boolean communication, String label, String reason) {}
}
