package dupin.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Words that come up under the mouse, for nodes that are made by the dozen. A [Tooltip] is a window with a scene of its
/// own, which costs more than the button that it stands at, so it is made when the mouse comes. FX thread.
public final class Tip {
    private final Node node;
    private String words;
    private @Nullable Tooltip made;

    /// @param words none come up while they are empty
    public Tip(Node node, String words) {
        this.node = node;
        this.words = words;
        say(words);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> make());
    }

    public void say(String next) {
        words = next;
        if (node instanceof Control) {
            // What a screen reader would take from the tooltip.
            node.setAccessibleHelp(next);
        }
        if (made != null) {
            put(made);
        }
    }

    private void make() {
        if (made == null && !words.isEmpty()) {
            made = new Tooltip();
            put(made);
        }
    }

    private void put(Tooltip tooltip) {
        tooltip.setText(words);
        if (node instanceof Control control) {
            control.setTooltip(words.isEmpty() ? null : tooltip);
        } else if (words.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
        } else {
            Tooltip.install(node, tooltip);
        }
    }
}
