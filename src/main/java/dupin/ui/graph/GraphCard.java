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

    /// Tells of the mark under the mouse, else of the edge that was clicked; hides when there is neither.
    void show(Picture picture, int hovered, int link) {
        if (hovered >= 0) {
            show(picture.node(hovered), picture.links().degree(hovered));
        } else if (link >= 0) {
            show(
                    picture.edge(link),
                    picture.node(picture.links().from[link]).label(),
                    picture.node(picture.links().to[link]).label());
        } else {
            setVisible(false);
        }
    }

    /// Lies beside the mark, or at the bottom for an edge.
    void place(Picture picture, GraphViewport view, int hovered, int link) {
        if (!isVisible() || hovered < 0 && link < 0) {
            return;
        }
        autosize();
        if (hovered < 0) {
            relocate(Math.rint((view.width() - getWidth()) / 2), view.height() - getHeight() - 12);
            return;
        }
        double x = view.screenX(picture.positions().x(hovered));
        double y = view.screenY(picture.positions().y(hovered));
        double off = MarkArt.radius(view.zoom()) + 14;
        boolean right = x + off + getWidth() <= view.width() - 8;
        double left = Math.max(8, right ? x + off : x - off - getWidth());
        double top = Math.clamp(y - 20, 8, Math.max(8, view.height() - getHeight() - 8));
        relocate(Math.rint(left), Math.rint(top));
    }

    private void show(InvestigationGraph.Node node, int relations) {
        kind.setText(Messages.text("graph.cardKind", word(node), relations));
        title.setText(Elide.middle(node.label(), LONGEST));
        Face judged = Face.of(node.verdict());
        Face remedied = Face.of(node.remediation());
        verdict.show(judged);
        state.show(remedied);
        detail.setText(Elide.middle(Times.within(node.detail()), LONGEST));
        show(judged.label().isEmpty(), remedied.label().isEmpty(), node.detail().isEmpty());
    }

    private void show(InvestigationGraph.Edge edge, String from, String to) {
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
