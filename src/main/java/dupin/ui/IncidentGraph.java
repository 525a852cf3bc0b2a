package dupin.ui;

import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.service.Desk;
import dupin.service.GraphEdits;
import dupin.service.IncidentDetails;
import dupin.service.GraphShelf;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.investigation.ReplayStop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The graph of the incident on the workspace: how it was arranged is kept with the case, what is unfolded is asked of it.
/// FX thread but for [#of].
final class IncidentGraph {
    private final GraphCanvas canvas;
    private final GraphShelf views;
    private final Desk desk;
    private final Frame frame;
    private final Runnable refresh;
    private InvestigationGraph drawn = InvestigationGraph.EMPTY;
    private String incident = "";
    private volatile Set<String> unfolded = Set.of();

    /// @param desk reads at the viewpoint
    /// @param refresh has the incident read again
    IncidentGraph(GraphShelf views, Desk desk, Frame frame, Runnable refresh) {
        this.views = views;
        this.desk = desk;
        this.frame = frame;
        this.refresh = refresh;
        canvas = new GraphCanvas(frame.pump().painters());
        canvas.setOnEdit(this::edited);
        canvas.setOnSay(frame.toasts()::say);
    }

    GraphCanvas canvas() {
        return canvas;
    }

    /// Another incident comes; its graph follows.
    void open(String incidentId) {
        incident = incidentId;
        GraphEdits kept = views.graph(incidentId);
        unfolded = kept.unfolded();
        canvas.open(kept);
    }

    /// The incident's graph with the things of unfolded marks. Background.
    InvestigationGraph of(IncidentDetails details) {
        Set<String> wanted = unfolded;
        return wanted.isEmpty() ? details.graph() : desk.graph(details.incident().id(), wanted).orElse(details.graph());
    }

    void show(InvestigationGraph graph) {
        drawn = graph;
        canvas.setGraph(graph);
    }

    /// What was shown last, whatever the analyst hides of it.
    InvestigationGraph drawn() {
        return drawn;
    }

    /// What happened, in the order in which it did: each moment lights what had happened by then.
    List<ReplayStop> story() {
        Map<String, Instant> times = drawn.times();
        List<InvestigationGraph.Node> marks =
                drawn.nodes().stream()
                        .filter(node -> times.containsKey(node.id()))
                        .sorted(
                                Comparator.comparing((InvestigationGraph.Node node) -> times.get(node.id()))
                                        .thenComparing(InvestigationGraph.Node::layer)
                                        .thenComparing(InvestigationGraph.Node::id))
                        .toList();
        var stops = new ArrayList<ReplayStop>();
        var happened = new HashSet<String>();
        for (InvestigationGraph.Node mark : marks) {
            happened.add(mark.id());
            Set<String> lit = Set.copyOf(happened);
            stops.add(
                    new ReplayStop(
                            times.get(mark.id()),
                            word(mark) + ": " + mark.label(),
                            () -> {
                                canvas.light(lit);
                                canvas.select(mark.id());
                            }));
        }
        return stops;
    }

    private static String word(InvestigationGraph.Node mark) {
        EntityKind kind = mark.entityKind();
        return kind == null ? Messages.text("graph.alert") : kind.label();
    }

    private void edited(GraphEdits edits) {
        String of = incident;
        frame.pump()
                .once(
                        () -> {
                            views.keep(of, edits);
                            return true;
                        },
                        _ -> {});
        if (!edits.unfolded().equals(unfolded)) {
            unfolded = edits.unfolded();
            refresh.run();
        }
    }
}
