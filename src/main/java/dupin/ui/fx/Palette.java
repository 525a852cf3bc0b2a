package dupin.ui.fx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Reads the roles' colours from the style sheets for what is painted and not styled. It is a node without size that must
/// lie in the scene; a change of theme reaches it as it reaches all others. FX thread.
public final class Palette extends Pane {
    private final Map<String, Region> samples = new LinkedHashMap<>();

    /// @param roles names without the leading `-`
    /// @param changed called after any colour has changed
    public Palette(List<String> roles, Runnable changed) {
        setManaged(false);
        setMouseTransparent(true);
        for (String role : roles) {
            var sample = new Region();
            sample.setStyle("-fx-background-color: -" + role + ";");
            sample.setManaged(false);
            sample.backgroundProperty()
                    .addListener((_, before, now) -> {
                        if (now != null && !now.equals(before)) {
                            changed.run();
                        }
                    });
            samples.put(role, sample);
            getChildren().add(sample);
        }
    }

    /// The colours as they are now; a role that is not resolved yet is missing.
    public Map<String, Color> colors() {
        var colors = new HashMap<String, Color>();
        samples.forEach((role, sample) -> {
            Background background = sample.getBackground();
            if (background != null
                    && !background.getFills().isEmpty()
                    && background.getFills().getFirst().getFill() instanceof Color color) {
                colors.put(role, color);
            }
        });
        return colors;
    }
}
