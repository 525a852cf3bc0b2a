package dupin.ui.policy;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
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
        tools.getStyleClass().addAll("card-line", "policy-tools");
        getChildren().addAll(label, tools);
    }

    /// Buttons keep their names whole: what stands beside them wraps.
    final void tools(Node... nodes) {
        for (Node node : nodes) {
            if (node instanceof ButtonBase button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
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
