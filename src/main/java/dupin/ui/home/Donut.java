package dupin.ui.home;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// Parts of a whole as a ring, with the sum in its middle. Colours are roles. FX thread.
final class Donut extends StackPane {
    private static final double RADIUS = 52;
    private static final double WIDTH = 14;
    private static final double GAP = 3;

    private final Pane ring = new Pane();
    private final Label sum = new Label();

    /// @param role as in the style sheets, for example `state-pending`
    record Part(String role, int count) {}

    Donut(String caption) {
        getStyleClass().add("donut");
        sum.getStyleClass().add("figure");
        var name = new Label(caption);
        name.getStyleClass().add("caption");
        var middle = new VBox(sum, name);
        middle.getStyleClass().add("donut-middle");
        for (Region sized : List.of(this, ring)) {
            sized.setMinSize(2 * RADIUS, 2 * RADIUS);
            sized.setMaxSize(2 * RADIUS, 2 * RADIUS);
        }
        getChildren().addAll(ring, middle);
    }

    void show(List<Part> parts) {
        int whole = parts.stream().mapToInt(Part::count).sum();
        sum.setText(Integer.toString(whole));
        ring.getChildren().clear();
        var ground = new Circle(RADIUS, RADIUS, RADIUS - WIDTH / 2);
        ground.getStyleClass().add("donut-ground");
        ring.getChildren().add(ground);
        long shown = parts.stream().filter(p -> p.count() > 0).count();
        double gap = shown > 1 ? GAP : 0;
        double start = 90;
        for (Part part : parts) {
            if (part.count() == 0) {
                continue;
            }
            double extent = 360.0 * part.count() / whole;
            var arc =
                    new Arc(
                            RADIUS,
                            RADIUS,
                            RADIUS - WIDTH / 2,
                            RADIUS - WIDTH / 2,
                            start - gap / 2,
                            -Math.max(1, extent - gap));
            arc.setType(ArcType.OPEN);
            arc.getStyleClass().addAll("donut-part", part.role());
            ring.getChildren().add(arc);
            start -= extent;
        }
    }
}
