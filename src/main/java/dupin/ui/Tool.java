package dupin.ui;

import dupin.ui.fx.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Small buttons that are an icon and a name. FX thread.
final class Tool {
    private Tool() {}

    static Button button(Icon icon, String what, Runnable act) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// What stands at the edge in place of a folded pane.
    static VBox bar(Icon icon, String what, Runnable unfold) {
        var bar = new VBox(button(icon, what, unfold));
        bar.getStyleClass().add("fold-bar");
        return bar;
    }
}
