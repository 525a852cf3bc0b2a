package dupin.ui.graph;

import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colours of the picture, by role; their values come from the style sheets.
record GraphRoles(Map<String, Color> colors) {
    /// Contrast of lines that only the look for high contrast asks for.
    private static final double STRONG = 7;

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
                    "panel-raised",
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

    /// How faint the lines of a fan may be drawn: where the look asks for strong lines, all of them stay visible.
    double faintest() {
        double line = luminance(of("edge-association"));
        double ground = luminance(of("canvas-bg"));
        double ratio = (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
        return ratio > STRONG ? 0.6 : 0.24;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
