package dupin.ui.home;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A row of a card as wide as the card; pressing it opens what it names. FX thread.
final class RowButton {
    private RowButton() {}

    static Button of(Runnable open, Node... cells) {
        var line = new HBox(10, cells);
        line.getStyleClass().add("card-line");
        var button = new Button();
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("quiet", "card-row");
        button.setMaxWidth(Double.MAX_VALUE);
        line.setMinWidth(0);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        line.maxWidthProperty().bind(button.widthProperty().subtract(16));
        button.setMinWidth(0);
        button.setPrefWidth(100);
        var words = new StringBuilder();
        for (Node cell : cells) {
            if (cell instanceof Label label) {
                words.append(label.getText()).append(' ');
            }
        }
        button.setAccessibleText(words.toString().strip());
        button.setOnAction(_ -> open.run());
        return button;
    }
}
