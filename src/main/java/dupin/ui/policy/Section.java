package dupin.ui.policy;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One tab of the page: a sentence that says what it decides, tools, content. FX thread.
class Section extends VBox {
    private final HBox tools = new HBox(8);

    Section(String what) {
        getStyleClass().add("policy-section");
        var label = new Label(what);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMaxWidth(760);
        label.setMinHeight(Region.USE_PREF_SIZE);
        tools.getStyleClass().add("card-line");
        getChildren().addAll(label, tools);
    }

    final void tools(Node... nodes) {
        tools.getChildren().addAll(nodes);
    }

    final void content(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        getChildren().add(node);
    }

    /// A control with its name over it.
    static VBox field(String name, Region control) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        return new VBox(4, label, control);
    }
}
