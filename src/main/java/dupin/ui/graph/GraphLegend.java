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
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// What shapes, colours and lines mean, for those that the picture has; there on request. A click on a verdict or a kind of
/// line switches it off and on. FX thread.
final class GraphLegend extends VBox {
    private static final double OFF = 0.4;

    private final VBox rows = new VBox(6);
    private final GraphEditing editing;
    private boolean wanted;

    GraphLegend(GraphEditing editing) {
        this.editing = editing;
        getStyleClass().add("graph-legend");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
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

    void show() {
        InvestigationGraph graph = editing.whole();
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
            shown.add(toggle(new Badge(Face.of(verdict)), Face.of(verdict).label(), verdict.name()));
        }
        for (RemediationStatus state : states) {
            shown.add(new Badge(Face.of(state)));
        }
        if (solid) {
            String what = Messages.text("graph.communication");
            shown.add(toggle(line("graph-line-solid", what), what, EditedGraph.COMMUNICATION));
        }
        if (dashed) {
            String what = Messages.text("graph.association");
            shown.add(toggle(line("graph-line-dashed", what), what, EditedGraph.ASSOCIATION));
        }
        rows.getChildren().setAll(shown);
        appear();
    }

    private Node toggle(Node face, String what, String word) {
        boolean on = !editing.now().off().contains(word);
        var button = new ToggleButton("", face);
        button.getStyleClass().add("legend-row");
        button.setId("legend-" + word.toLowerCase(Locale.ROOT));
        button.setSelected(on);
        button.setOpacity(on ? 1 : OFF);
        button.setAccessibleText(what);
        button.setTooltip(
                new Tooltip(on ? Messages.text("graph.switchOff", what) : Messages.text("graph.switchOn", what)));
        button.setOnAction(_ -> editing.toggle(word));
        return button;
    }

    private static Node line(String styleClass, String text) {
        var line = new Line(0, 0, 14, 0);
        line.getStyleClass().add(styleClass);
        var row = new HBox(6, line, new Label(text));
        row.getStyleClass().add("badge");
        return row;
    }
}
