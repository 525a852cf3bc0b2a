package dupin.ui.fx;

import java.util.Objects;
import javafx.css.Styleable;
import javafx.scene.Parent;

/// Style sheets and classes. FX thread.
public final class Styles {
    private Styles() {}

    /// Adds the sheet once.
    ///
    /// @param resource for example `/dupin/ui/actions/actions.css`
    public static void add(Parent node, String resource) {
        String url = Objects.requireNonNull(Styles.class.getResource(resource), resource).toExternalForm();
        if (!node.getStylesheets().contains(url)) {
            node.getStylesheets().add(url);
        }
    }

    /// Gives the node one class of a family, or none; leaves it alone when it has it already, since any change makes
    /// the node and all beneath look for their styles again.
    ///
    /// @param wanted one of the family, or ""
    public static void one(Styleable node, String wanted, String... family) {
        var classes = node.getStyleClass();
        for (String other : family) {
            if (!other.equals(wanted)) {
                classes.remove(other);
            }
        }
        if (!wanted.isEmpty() && !classes.contains(wanted)) {
            classes.add(wanted);
        }
    }
}
