package dupin.ui.investigation;

import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/// The time of an investigation as a ring: the part in which it worked and the part in which it waited; its state's icon
/// inside. FX thread.
final class Ring extends StackPane {
    private static final double RADIUS = 18;

    private final Arc worked = arc("worked");
    private final Arc waited = arc("waited");
    private final StackPane sign = new StackPane();
    private @Nullable Face shown;

    Ring() {
        getStyleClass().add("ring");
        var arcs = new javafx.scene.layout.Pane(worked, waited);
        arcs.setMinSize(2 * RADIUS + 6, 2 * RADIUS + 6);
        arcs.setMaxSize(2 * RADIUS + 6, 2 * RADIUS + 6);
        sign.getStyleClass().add("sign");
        getChildren().addAll(arcs, sign);
    }

    void show(double waitedShare, Face state, @Nullable Icon icon) {
        double angle = 360 * Math.clamp(waitedShare, 0, 1);
        worked.setStartAngle(90);
        worked.setLength(-(360 - angle));
        waited.setStartAngle(90 - (360 - angle));
        waited.setLength(-angle);
        waited.setVisible(angle > 0.5);
        if (!state.equals(shown)) {
            shown = state;
            sign.getStyleClass().setAll("sign", state.role());
            sign.getChildren().setAll((icon == null ? Icon.INVESTIGATION : icon).node());
        }
    }

    private static Arc arc(String styleClass) {
        var arc = new Arc(RADIUS + 3, RADIUS + 3, RADIUS, RADIUS, 90, -360);
        arc.setType(ArcType.OPEN);
        arc.setStrokeLineCap(StrokeLineCap.BUTT);
        arc.getStyleClass().addAll("arc", styleClass);
        return arc;
    }
}
