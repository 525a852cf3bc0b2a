package dupin.ui.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Fonts and widths of text, remembered. One thread at a time.
final class Texts {
    private static final int MOST = 8_192;
    private static final double MEASURED_AT = 12;

    private final Map<String, Font> fonts = new HashMap<>();
    private final List<Map<String, Double>> widths = List.of(new HashMap<>(), new HashMap<>());
    private final Text ruler = new Text();

    Font font(double size, Pen.Weight weight) {
        double rounded = Math.rint(size * 4) / 4;
        return fonts.computeIfAbsent(weight + " " + rounded, _ -> Font.font(family(weight), rounded));
    }

    double width(String text, double size, Pen.Weight weight) {
        Map<String, Double> known = widths.get(weight.ordinal());
        if (known.size() > MOST) {
            known.clear();
        }
        double width =
                known.computeIfAbsent(
                        text,
                        _ -> {
                            ruler.setFont(font(MEASURED_AT, weight));
                            ruler.setText(text);
                            return ruler.getLayoutBounds().getWidth();
                        });
        return width * size / MEASURED_AT;
    }

    static String family(Pen.Weight weight) {
        return weight == Pen.Weight.SEMIBOLD ? "Inter Semi Bold" : "Inter Medium";
    }
}
