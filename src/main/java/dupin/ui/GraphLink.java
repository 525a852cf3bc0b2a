package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.InvestigationGraph;
import dupin.service.IncidentDetails;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.investigation.InvestigationTabs;

/// Graph and tabs tell each other what is selected; Enter or a double click on a mark explains it. FX thread.
final class GraphLink {
    private static final String ALERT = "alert:";

    private final IncidentGraph picture;
    private final GraphCanvas graph;
    private final InvestigationTabs tabs;

    private GraphLink(IncidentGraph picture, InvestigationTabs tabs) {
        this.picture = picture;
        this.tabs = tabs;
        graph = picture.canvas();
    }

    static GraphLink between(IncidentGraph picture, InvestigationTabs tabs) {
        var link = new GraphLink(picture, tabs);
        link.graph.setOnActivate(link::toRow);
        link.graph.setOnExplain(link::explain);
        tabs.onEntity(key -> link.mark(key.toString()));
        tabs.onAlert(link::markAlert);
        return link;
    }

    /// Selects an alert in both.
    void select(String alertId) {
        markAlert(alertId);
        tabs.selectAlert(alertId);
    }

    private void markAlert(String id) {
        mark(ALERT + id);
    }

    private void mark(String thing) {
        graph.select(graph.getGraph().markOf(thing));
    }

    private void toRow(InvestigationGraph.Node node) {
        EntityKey key = node.entity();
        if (key != null) {
            tabs.select(key);
        } else if (node.kind() == InvestigationGraph.Kind.ALERT && node.id().startsWith(ALERT)) {
            tabs.selectAlert(node.id().substring(ALERT.length()));
        } else if (node.kind() == InvestigationGraph.Kind.FOLD) {
            toFirst(node);
        }
    }

    /// The first row of those that a folded mark stands for.
    private void toFirst(InvestigationGraph.Node fold) {
        IncidentDetails now = tabs.model().details();
        if (now != null) {
            now.entities().stream()
                    .map(row -> row.entity().key())
                    .filter(key -> picture.drawn().markOf(key.toString()).equals(fold.id()))
                    .findFirst()
                    .ifPresent(tabs::select);
        }
    }

    private void explain(InvestigationGraph.Node node) {
        EntityKey key = node.entity();
        if (key != null) {
            tabs.explain(key);
        }
    }
}
