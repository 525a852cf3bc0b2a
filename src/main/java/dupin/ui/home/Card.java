package dupin.ui.home;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card of the home page: heading, something beside it, content. FX thread.
class Card extends VBox {
    private final HBox head;

    Card(String title) {
        getStyleClass().addAll("card", "home-card");
        var heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head = new HBox(8, heading, space);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// At the right of the heading.
    final void aside(Node node) {
        head.getChildren().add(node);
    }

    final void content(Node... nodes) {
        getChildren().addAll(nodes);
    }

    static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
