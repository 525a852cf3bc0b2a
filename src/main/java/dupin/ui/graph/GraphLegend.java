package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// What shapes, colours and lines mean, for those that the picture has; there on request. FX thread.
final class GraphLegend extends VBox {
    private final VBox rows = new VBox(6);
    private boolean wanted;

    GraphLegend() {
        getStyleClass().add("graph-legend");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setVisible(false);
        setMouseTransparent(true);
        getChildren().add(rows);
    }

    /// Shows the legend, or takes it away.
    void toggle() {
        wanted = !wanted;
        appear();
    }

    private void appear() {
        setVisible(wanted && !rows.getChildren().isEmpty());
    }

    void show(InvestigationGraph graph) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<RemediationStatus> states = EnumSet.noneOf(RemediationStatus.class);
        boolean solid = false;
        boolean dashed = false;
        for (InvestigationGraph.Node node : graph.nodes()) {
            if (node.verdict() != null) {
                verdicts.add(node.verdict());
            }
            if (node.remediation() != null && node.remediation() != RemediationStatus.NONE) {
                states.add(node.remediation());
            }
        }
        for (InvestigationGraph.Edge edge : graph.edges()) {
            solid |= edge.communication();
            dashed |= !edge.communication();
        }
        List<Node> shown = new ArrayList<>();
        for (Verdict verdict : List.copyOf(verdicts).reversed()) {
            shown.add(new Badge(Face.of(verdict)));
        }
        for (RemediationStatus state : states) {
            shown.add(new Badge(Face.of(state)));
        }
        if (solid) {
            shown.add(line("graph-line-solid", Messages.text("graph.communication")));
        }
        if (dashed) {
            shown.add(line("graph-line-dashed", Messages.text("graph.association")));
        }
        rows.getChildren().setAll(shown);
        appear();
    }

    private static Node line(String styleClass, String text) {
        var line = new Line(0, 0, 14, 0);
        line.getStyleClass().add(styleClass);
        var row = new HBox(6, line, new Label(text));
        row.getStyleClass().add("badge");
        return row;
    }
}
