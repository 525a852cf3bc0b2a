package dupin.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// The looks to choose from. A theme is the control theme, our shapes, the roles' values and the bridge for ControlsFX.
/// FX thread.
public enum Theme {
    DARK("roles-dark.css", true),
    LIGHT("roles-light.css", false),
    HIGH_CONTRAST("roles-contrast.css", true);

    private final String roles;
    private final boolean dark;

    Theme(String roles, boolean dark) {
        this.roles = roles;
        this.dark = dark;
    }

    /// Dresses the scene, and all its pop-ups with it.
    public void applyTo(Scene scene) {
        Application.setUserAgentStylesheet(controls());
        scene.getStylesheets().setAll(sheets());
    }

    /// Sheets in the order in which they apply.
    public List<String> sheets() {
        return List.of(url("base.css"), url(roles), url("pages.css"), url("bridge.css"));
    }

    public boolean dark() {
        return dark;
    }

    public String label() {
        return switch (this) {
            case DARK -> Messages.text("theme.dark");
            case LIGHT -> Messages.text("theme.light");
            case HIGH_CONTRAST -> Messages.text("theme.contrast");
        };
    }

    private String controls() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    private static String url(String name) {
        URL found = Theme.class.getResource("/dupin/ui/theme/" + name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
