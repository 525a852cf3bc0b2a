package dupin.ui.home;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A number with its name under it; pressing it leads to the rows that it counts. FX thread.
final class Figure extends Button {
    private final Label number = new Label();
    private final String name;

    Figure(String name, Runnable rows) {
        this.name = name;
        getStyleClass().addAll("quiet", "figure-link");
        number.getStyleClass().add("figure");
        var caption = new Label(name);
        caption.getStyleClass().add("figure-name");
        setGraphic(new VBox(2, number, caption));
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> rows.run());
    }

    void show(String value) {
        number.setText(value);
        setAccessibleText(name + ": " + value);
    }
}
