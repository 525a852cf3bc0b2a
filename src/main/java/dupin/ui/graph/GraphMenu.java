package dupin.ui.graph;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What the graph offers on the right mouse button or the menu key. FX thread.
final class GraphMenu {
    private final GraphCanvas graph;
    private final ContextMenu menu = new ContextMenu();

    GraphMenu(GraphCanvas graph, GraphExport export) {
        this.graph = graph;
        menu.getItems()
                .setAll(
                        item(Icon.FIT, Messages.text("graph.fit"), graph::fit),
                        item(Icon.ZOOM_IN, Messages.text("graph.zoomIn"), graph::zoomIn),
                        item(Icon.ZOOM_OUT, Messages.text("graph.zoomOut"), graph::zoomOut),
                        new SeparatorMenuItem());
        graph.commands().forEach(c -> menu.getItems().add(item(c.icon(), keyed(c), c.act())));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(Icon.IMAGE, Messages.text("graph.export", "PNG"), export::png),
                        item(Icon.EXPORT, Messages.text("graph.export", "SVG"), export::svg));
    }

    void install() {
        graph.setOnContextMenuRequested(e -> {
            menu.show(graph, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private static String keyed(GraphCommand command) {
        return command.keys().isEmpty() ? command.text() : command.text() + " (" + command.keys() + ")";
    }

    private static MenuItem item(Icon icon, String text, Runnable act) {
        var item = new MenuItem(text, icon.node("icon-small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
