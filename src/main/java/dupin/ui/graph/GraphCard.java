package dupin.ui.graph;

import dupin.model.InvestigationGraph;
import dupin.ui.fx.Badge;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card beside a mark or an edge that says what it is. FX thread.
final class GraphCard extends VBox {
    private static final int LONGEST = 240;

    private final Label title = new Label();
    private final Label kind = new Label();
    private final Badge verdict = new Badge();
    private final Badge state = new Badge();
    private final Label detail = new Label();

    GraphCard() {
        getStyleClass().add("graph-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setMaxWidth(320);
        title.getStyleClass().add("semibold");
        kind.getStyleClass().add("caption");
        detail.getStyleClass().add("muted");
        for (Label label : new Label[] {title, detail}) {
            label.setWrapText(true);
            label.setMaxWidth(300);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(kind, title, verdict, state, detail);
    }

    void show(InvestigationGraph.Node node, int relations) {
        kind.setText(Messages.text("graph.cardKind", word(node), relations));
        title.setText(Elide.middle(node.label(), LONGEST));
        Face judged = Face.of(node.verdict());
        Face remedied = Face.of(node.remediation());
        verdict.show(judged);
        state.show(remedied);
        detail.setText(Elide.middle(Times.within(node.detail()), LONGEST));
        show(judged.label().isEmpty(), remedied.label().isEmpty(), node.detail().isEmpty());
    }

    void show(InvestigationGraph.Edge edge, String from, String to) {
        kind.setText(edge.communication() ? Messages.text("graph.communication") : Messages.text("graph.association"));
        title.setText(Elide.middle(from, 80) + " → " + Elide.middle(to, 80));
        String reason = edge.reason().isEmpty() ? edge.label() : edge.reason();
        detail.setText(Elide.middle(reason, LONGEST));
        show(true, true, reason.isEmpty());
    }

    private void show(boolean withoutVerdict, boolean withoutState, boolean withoutDetail) {
        show(verdict, !withoutVerdict);
        show(state, !withoutState);
        show(detail, !withoutDetail);
        setVisible(true);
        requestLayout();
    }

    private static void show(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    static String word(InvestigationGraph.Node node) {
        return switch (node.kind()) {
            case ALERT -> Messages.text("graph.alert");
            case INVESTIGATION -> Messages.text("graph.investigation");
            case ENTITY, FOLD -> {
                if (node.entityKind() == null) {
                    yield Messages.text("graph.folded", node.folded());
                }
                yield node.folded() > 1 ? node.folded() + " " + node.entityKind().plural() : node.entityKind().label();
            }
        };
    }
}
