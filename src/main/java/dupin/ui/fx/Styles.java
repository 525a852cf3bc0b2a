package dupin.ui.fx;

import java.util.Objects;
import javafx.scene.Parent;

/// A view's own style sheet. FX thread.
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
}
