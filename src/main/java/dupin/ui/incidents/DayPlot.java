package dupin.ui.incidents;

import dupin.service.LastDay;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// The hours of a day as two lines, incidents and alerts on one scale. The mouse or the arrow keys go from hour to hour, a
/// click, Enter or Space chooses one. FX thread.
final class DayPlot extends Pane {
    private static final double HEIGHT = 52;

    /// Lines keep clear of the edges, so that they are seen whole.
    private static final double EDGE = 3;

    private final Line ground = new Line();
    private final Region chosenBand = band("day-chosen");
    private final Region band = band("day-pointed");
    private final Polyline incidents = line("day-incidents");
    private final Polyline alerts = line("day-alerts");
    private final Label most = new Label();
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final IntConsumer choose;
    private LastDay day = LastDay.NONE;
    private int chosen = -1;

    /// @param choose told the place of the hour that is clicked on
    DayPlot(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("day-plot");
        setId("day-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        ground.getStyleClass().add("day-ground");
        most.getStyleClass().add("caption");
        most.setMouseTransparent(true);
        // The dashes come last: where both lines say the same, both are seen.
        getChildren().addAll(chosenBand, band, ground, incidents, alerts, most);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    point(at(e.getX()));
                    press();
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((_, _, focused) -> point(focused ? LastDay.HOURS - 1 : -1));
    }

    private static Region band(String style) {
        var band = new Region();
        band.getStyleClass().add(style);
        band.setManaged(false);
        band.setVisible(false);
        return band;
    }

    private static Polyline line(String style) {
        var line = new Polyline();
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        line.setManaged(false);
        return line;
    }

    /// The place of the hour under the mouse or the keys; -1 for none.
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /// @param hour that the list is filtered by; -1 for none
    void show(LastDay now, int hour) {
        day = now;
        chosen = hour;
        int highest = highest();
        most.setText(highest == 0 ? "" : Integer.toString(highest));
        requestLayout();
    }

    private int highest() {
        return Math.max(
                day.incidents().stream().mapToInt(Integer::intValue).max().orElse(0),
                day.alerts().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private void point(int hour) {
        pointed.set(day.isEmpty() ? -1 : hour);
        requestLayout();
    }

    private void press() {
        if (pointed.get() >= 0) {
            choose.accept(pointed.get());
        }
    }

    private void key(KeyEvent e) {
        int now = pointed.get();
        switch (e.getCode()) {
            case LEFT -> point(Math.max(0, now < 0 ? LastDay.HOURS - 1 : now - 1));
            case RIGHT -> point(Math.min(LastDay.HOURS - 1, now + 1));
            case HOME -> point(0);
            case END -> point(LastDay.HOURS - 1);
            case ENTER, SPACE -> press();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private int at(double x) {
        return Math.clamp((int) (x / Math.max(1, getWidth()) * LastDay.HOURS), 0, LastDay.HOURS - 1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double hour = width / LastDay.HOURS;
        ground.setStartY(height - EDGE);
        ground.setEndY(height - EDGE);
        ground.setEndX(width);
        place(chosenBand, chosen, hour, height);
        place(band, pointed.get(), hour, height);
        draw(incidents, day.incidents(), hour, height);
        draw(alerts, day.alerts(), hour, height);
        most.autosize();
        most.relocate(3, 0);
    }

    private static void place(Region band, int at, double hour, double height) {
        band.setVisible(at >= 0);
        // Within the frame that is drawn when the picture has the focus.
        band.resizeRelocate(Math.max(0, at) * hour + 1, 1, hour - 2, height - 2);
    }

    private void draw(Polyline line, List<Integer> counts, double hour, double height) {
        double scale = (height - 2 * EDGE) / Math.max(1, highest());
        var points = new Double[counts.size() * 2];
        for (int i = 0; i < counts.size(); i++) {
            points[2 * i] = (i + 0.5) * hour;
            points[2 * i + 1] = height - EDGE - Objects.requireNonNull(counts.get(i)) * scale;
        }
        line.getPoints().setAll(points);
    }
}
