package dupin.ui.graph;

import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colours of the picture, by role; their values come from the style sheets.
record GraphRoles(Map<String, Color> colors) {
    static final List<String> NAMES =
            List.of(
                    "canvas-bg",
                    "canvas-dot",
                    "edge",
                    "edge-association",
                    "edge-hot",
                    "edge-malicious",
                    "edge-suspicious",
                    "mark-fill",
                    "mark-line",
                    "mark-glyph",
                    "mark-label",
                    "mark-label-bg",
                    "mark-detail",
                    "mark-alert",
                    "mark-investigation",
                    "mark-fold",
                    "mark-selected",
                    "panel",
                    "verdict-malicious",
                    "verdict-malicious-soft",
                    "verdict-suspicious",
                    "verdict-suspicious-soft",
                    "verdict-clean",
                    "verdict-clean-soft",
                    "verdict-not-evaluable",
                    "verdict-not-evaluable-soft",
                    "state-pending",
                    "state-running",
                    "state-remediated",
                    "state-failed",
                    "state-declined");

    GraphRoles {
        colors = Map.copyOf(colors);
    }

    Color of(String role) {
        return colors.getOrDefault(role, Color.GRAY);
    }
}
