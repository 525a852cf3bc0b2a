package dupin.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in a pane without rows: an icon, why it is empty, and what to do about it. FX thread.
public final class EmptyState extends VBox {
    private static final double WIDTH = 440;

    private final Label why = new Label();
    private final Label what = new Label();

    public EmptyState(Icon icon, String why, String what) {
        getStyleClass().add("empty-state");
        this.why.getStyleClass().add("why");
        this.what.getStyleClass().add("what");
        this.why.setWrapText(true);
        this.what.setWrapText(true);
        this.why.setMaxWidth(WIDTH);
        this.what.setMaxWidth(WIDTH);
        getChildren().addAll(icon.node("icon-huge"), this.why, this.what);
        say(why, what);
    }

    public EmptyState(Icon icon, String why, String what, String verb, Runnable action) {
        this(icon, why, what);
        var button = new Button(verb);
        button.setOnAction(_ -> action.run());
        getChildren().add(button);
    }

    /// Another reason, for example that a filter hides all rows.
    public void say(String newWhy, String newWhat) {
        why.setText(newWhy);
        what.setText(newWhat);
        what.setManaged(!newWhat.isEmpty());
        setAccessibleText(newWhy + " " + newWhat);
    }
}
