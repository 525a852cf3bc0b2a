package dupin.ui.incidents;

import dupin.service.LastDay;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Stretch;
import dupin.ui.fx.Times;
import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The head of the queue: when its incidents and alerts were active, hour by hour over one day; an hour filters the queue.
/// Folds into its title; by itself where the list is low, until somebody folds or unfolds it. FX thread.
final class DayChart extends VBox {
    /// A list that is lower has no room for it.
    private static final double ROOM = 700;

    private final IncidentFilters filters;
    private final Button title = new Button(Messages.text("incidents.recent"));
    private final Label reading = new Label();
    private final Tooltip readingTip = new Tooltip();
    private final DayPlot plot = new DayPlot(this::choose);
    private final Label first = caption();
    private final Label last = caption();
    private final Label incidents = caption();
    private final Label alerts = caption();
    private final VBox body;
    private LastDay day = LastDay.NONE;
    private @Nullable Boolean folded;
    private double room;

    /// @param height of the list
    DayChart(IncidentListModel model, ObservableValue<? extends Number> height) {
        filters = model.filters();
        getStyleClass().add("day-chart");
        title.setId("day-title");
        title.getStyleClass().addAll("quiet", "day-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setOnAction(_ -> fold(!isFolded()));
        reading.getStyleClass().add("caption");
        reading.setId("day-reading");
        reading.setTooltip(readingTip);
        body = new VBox(2, reading, plot, axis());
        body.setId("day-body");
        getChildren().addAll(title, body);
        plot.pointedProperty().subscribe(this::read);
        filters.queryProperty().subscribe(this::draw);
        height.subscribe(now -> {
            room = now.doubleValue();
            adapt();
        });
        model.whileDayShown(plot);
        model.dayProperty().subscribe(this::show);
    }

    private static Label caption() {
        var label = new Label();
        label.getStyleClass().add("caption");
        label.setMinWidth(0);
        return label;
    }

    private HBox axis() {
        var left = new Region();
        var right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        incidents.setGraphic(sample("day-incidents"));
        alerts.setGraphic(sample("day-alerts"));
        var axis = new HBox(8, first, left, incidents, alerts, right, last);
        axis.getStyleClass().add("card-line");
        return axis;
    }

    private static Node sample(String style) {
        var line = new Line(0, 0, 16, 0);
        line.getStyleClass().add(style);
        return line;
    }

    /// Whether a person has folded it, or unfolded it; null where nobody did.
    @Nullable Boolean folded() {
        return folded;
    }

    /// As somebody left it; null for as there is room.
    void fold(@Nullable Boolean next) {
        folded = next;
        adapt();
    }

    private boolean isFolded() {
        return folded == null ? room < ROOM : folded;
    }

    private void adapt() {
        boolean now = isFolded();
        body.setVisible(!now);
        body.setManaged(!now);
        title.setGraphic((now ? Icon.RIGHT : Icon.DOWN).node("icon-small"));
        title.setAccessibleText(now ? Messages.text("incidents.recentUnfold") : Messages.text("incidents.recentFold"));
    }

    private void show(LastDay next) {
        day = next;
        first.setText(next.isEmpty() ? "" : Times.hour(next.hour(0)));
        last.setText(next.isEmpty() ? "" : Times.hour(next.hour(LastDay.HOURS)));
        incidents.setText(Messages.text("incidents.recentIncidents", sum(next.incidents())));
        alerts.setText(Messages.text("incidents.recentAlerts", sum(next.alerts())));
        draw();
        read();
    }

    private static int sum(Iterable<Integer> counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void draw() {
        Stretch now = filters.stretch();
        int chosen = -1;
        for (int i = 0; i < LastDay.HOURS && !day.isEmpty(); i++) {
            chosen = hour(i).equals(now) ? i : chosen;
        }
        plot.show(day, chosen);
    }

    private Stretch hour(int place) {
        return new Stretch(day.hour(place), day.hour(place + 1));
    }

    /// The hour that is chosen already is let go; one without incidents would hide them all.
    private void choose(int place) {
        Stretch hour = hour(place);
        if (day.incidents().get(place) == 0 && !hour.equals(filters.stretch())) {
            return;
        }
        filters.active(hour.equals(filters.stretch()) ? Stretch.ANY : hour);
    }

    private void read() {
        int place = plot.pointedProperty().get();
        String words = place < 0 || day.isEmpty() ? stretch() : hourWords(place);
        reading.setText(words);
        readingTip.setText(words);
        plot.setAccessibleText(place < 0 || day.isEmpty() ? whole() : way(place, words));
    }

    private String way(int place, String words) {
        return day.incidents().get(place) == 0
                ? Messages.text("incidents.recentEmpty", words)
                : Messages.text("incidents.recentChoose", words);
    }

    private String stretch() {
        if (day.isEmpty()) {
            return Messages.text("incidents.recentNone");
        }
        String end = Times.brief(day.hour(LastDay.HOURS));
        return day.current() ? Messages.text("incidents.recentNow", end) : Messages.text("incidents.recentOld", end);
    }

    private String hourWords(int place) {
        return Messages.text(
                "incidents.recentHour",
                Times.brief(day.hour(place)),
                day.incidents().get(place),
                day.alerts().get(place));
    }

    /// What the picture shows, for those who cannot see it: the stretch, and each hour in which something was.
    private String whole() {
        var words = new ArrayList<String>();
        words.add(Messages.text("incidents.recent") + ". " + stretch());
        for (int i = 0; i < LastDay.HOURS && !day.isEmpty(); i++) {
            if (day.incidents().get(i) + day.alerts().get(i) > 0) {
                words.add(hourWords(i));
            }
        }
        return String.join("; ", words);
    }
}
