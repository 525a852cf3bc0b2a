package dupin.ui.graph;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Zoom in, zoom out, fit, legend, export. FX thread.
final class GraphTools extends VBox {

    GraphTools(GraphCanvas graph) {
        getStyleClass().add("graph-tools");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        button(Icon.ZOOM_IN, Messages.text("graph.zoomIn"), graph::zoomIn),
                        button(Icon.ZOOM_OUT, Messages.text("graph.zoomOut"), graph::zoomOut),
                        button(Icon.FIT, Messages.text("graph.fit"), graph::fit),
                        button(Icon.UNKNOWN, Messages.text("graph.legend"), graph::legend));
    }

    void offer(GraphExport export) {
        getChildren()
                .addAll(
                        button(Icon.IMAGE, Messages.text("graph.export", "PNG"), export::png),
                        button(Icon.EXPORT, Messages.text("graph.export", "SVG"), export::svg));
    }

    private static Button button(Icon icon, String text, Runnable action) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setFocusTraversable(false);
        button.setId("graph-" + icon.name().toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
