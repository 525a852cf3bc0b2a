package dupin.ui.timeline;

import dupin.model.EntityKind;
import dupin.service.Timeline;
import dupin.service.Timeline.Clock;
import dupin.service.Timeline.Lane;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Above a timeline: what it is about, which clocks are shown, how much of the time. FX thread.
final class TimelineBar extends VBox {
    private static final int[] MINUTES = {1, 5, 30, 120, 720};

    private final TimelineView.Orders orders;
    private final Label title = new Label();
    private final Label stretch = new Label();
    private final Label said = new Label();
    private final Map<Clock, ToggleButton> clocks = new EnumMap<>(Clock.class);
    private final MenuButton around = new MenuButton(Messages.text("timeline.around"), Icon.TARGET.node());
    private final MenuButton clock = new MenuButton(Messages.text("timeline.clock"), Icon.CLOCK.node());
    private final MenuItem clockBack = new MenuItem(Messages.text("timeline.clockTakeBack"), Icon.UNDO.node());

    TimelineBar(TimelineView.Orders orders) {
        this.orders = orders;
        getStyleClass().addAll("page-head", "timeline-bar");
        setSpacing(8);
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        stretch.getStyleClass().add("caption");
        stretch.setMinWidth(0);
        said.getStyleClass().add("caption");
        said.setId("timeline-said");
        said.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.SOMETIMES);
        var top =
                new HBox(
                        4,
                        title,
                        space,
                        tool(Icon.ZOOM_IN, Messages.text("timeline.zoomIn"), () -> orders.zoom(0.6)),
                        tool(Icon.ZOOM_OUT, Messages.text("timeline.zoomOut"), () -> orders.zoom(1 / 0.6)),
                        tool(Icon.FIT, Messages.text("timeline.fit"), orders::fit));
        top.getStyleClass().add("card-line");
        var tools = new FlowPane(6, 6);
        tools.getChildren()
                .add(toggle(Clock.EVENT, "◆", Messages.text("timeline.event"), Messages.text("timeline.eventHelp")));
        tools.getChildren()
                .add(
                        toggle(
                                Clock.DETECTION,
                                "◇",
                                Messages.text("timeline.detection"),
                                Messages.text("timeline.detectionHelp")));
        tools.getChildren()
                .add(toggle(Clock.INGEST, "□", Messages.text("timeline.ingest"), Messages.text("timeline.ingestHelp")));
        tools.getChildren()
                .add(
                        toggle(
                                Clock.DECISION,
                                "▲",
                                Messages.text("timeline.decision"),
                                Messages.text("timeline.decisionHelp")));
        for (int minutes : MINUTES) {
            var item = new MenuItem(Messages.text("timeline.aroundBy", Times.duration(Duration.ofMinutes(minutes))));
            item.setOnAction(_ -> orders.around(Duration.ofMinutes(minutes)));
            around.getItems().add(item);
        }
        around.setId("timeline-around");
        around.getStyleClass().add("quiet");
        around.setTooltip(new Tooltip(Messages.text("timeline.aroundHelp")));
        clock.setId("timeline-clock");
        clock.getStyleClass().add("quiet");
        clock.setTooltip(new Tooltip(Messages.text("timeline.clockTip")));
        var move = new MenuItem(Messages.text("timeline.clockMove"), Icon.EDIT.node());
        move.setOnAction(_ -> orders.moveClock());
        clockBack.setOnAction(_ -> orders.clockBack());
        clock.getItems().setAll(move, clockBack);
        tools.getChildren().addAll(around, clock);
        var words = new FlowPane(16, 2, stretch, said);
        stretch.maxWidthProperty().bind(words.widthProperty());
        said.maxWidthProperty().bind(words.widthProperty());
        getChildren().addAll(top, tools, words);
    }

    void show(Timeline timeline) {
        title.setText(Elide.oneLine(timeline.title()));
        title.setTooltip(new Tooltip(Elide.middle(timeline.title(), 400)));
    }

    void show(TimelinePicture picture, @Nullable Lane lane) {
        stretch.setText(
                Messages.text(
                        "timeline.stretch",
                        Times.full(picture.window().from()),
                        Times.full(picture.window().to()),
                        Times.duration(picture.window().span())));
        clocks.forEach((which, button) -> button.setSelected(picture.clocks().contains(which)));
        boolean device = lane != null && lane.key() != null && lane.key().kind() == EntityKind.DEVICE;
        clock.setDisable(!device);
        clockBack.setDisable(lane == null || lane.shift().isZero());
    }

    void say(String sentence) {
        said.setText(sentence);
    }

    /// `f` fits, 1 to 4 show and hide a clock, `m` shows five minutes around.
    void typed(KeyEvent e) {
        if (e.isConsumed() || e.isShortcutDown() || e.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (e.getCharacter()) {
            case "f" -> orders.fit();
            case "m" -> orders.around(Duration.ofMinutes(5));
            case "1" -> turn(Clock.EVENT);
            case "2" -> turn(Clock.DETECTION);
            case "3" -> turn(Clock.INGEST);
            case "4" -> turn(Clock.DECISION);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void turn(Clock which) {
        ToggleButton button = clocks.get(which);
        if (button != null) {
            button.fire();
        }
    }

    private ToggleButton toggle(Clock which, String sign, String name, String help) {
        var button = new ToggleButton(sign + "  " + name);
        button.setId("clock-" + which.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("clock-toggle");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> orders.clocks(chosen()));
        clocks.put(which, button);
        return button;
    }

    private Set<Clock> chosen() {
        Set<Clock> chosen = EnumSet.noneOf(Clock.class);
        clocks.forEach((which, button) -> {
            if (button.isSelected()) {
                chosen.add(which);
            }
        });
        return chosen;
    }

    private static Button tool(Icon icon, String what, Runnable act) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setOnAction(_ -> act.run());
        return button;
    }
}
