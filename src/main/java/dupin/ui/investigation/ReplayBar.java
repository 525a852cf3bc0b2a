package dupin.ui.investigation;

import dupin.model.row.LogLine;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A slider over the log of an incident: the workspace shows the case as it stood after the line under the knob. Space
/// plays and pauses, the arrow keys step, Home and End go to the ends, Escape goes back to now. FX thread.
public final class ReplayBar extends VBox {
    private static final Duration PACE = Duration.millis(600);

    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Label line = new Label();
    private final Tooltip lineTip = new Tooltip();
    private final Button play;
    private final Timeline player = new Timeline(new KeyFrame(PACE, _ -> forth()));
    private final Consumer<LogLine> seek;
    private List<LogLine> lines = List.of();
    private int at;

    /// @param seek told of the line as of which the case is to be shown
    /// @param now told when the user goes back to the case as it is
    public ReplayBar(Consumer<LogLine> seek, Runnable now) {
        this.seek = seek;
        getStyleClass().add("replay-bar");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        play = button(Icon.PLAY, Messages.text("replay.play"), this::playOrPause);
        play.setId("replay-play");
        var first = button(Icon.STEP_BACK, Messages.text("replay.first"), () -> go(0));
        var back = button(Icon.LEFT, Messages.text("replay.stepBack"), () -> go(at - 1));
        var forth = button(Icon.RIGHT, Messages.text("replay.step"), () -> go(at + 1));
        var last = button(Icon.STEP_FORWARD, Messages.text("replay.last"), () -> go(lines.size() - 1));
        var end = new Button(Messages.text("replay.now"));
        end.setId("replay-now");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setTooltip(new Tooltip(Messages.text("replay.nowHelp")));
        end.setOnAction(_ -> now.run());
        slider.setId("replay-slider");
        slider.setAccessibleText(Messages.text("replay.slider"));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setMinWidth(80);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((_, _, value) -> turned((int) Math.round(value.doubleValue())));
        place.getStyleClass().add("caption");
        place.setMinWidth(Region.USE_PREF_SIZE);
        line.setMinWidth(0);
        line.setTooltip(lineTip);
        var controls = new HBox(first, back, play, forth, last, slider, place, end);
        controls.getStyleClass().add("line");
        controls.setSpacing(4);
        getChildren().addAll(controls, line);
        player.setCycleCount(Animation.INDEFINITE);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    switch (e.getCode()) {
                        case SPACE -> playOrPause();
                        case ESCAPE -> now.run();
                        case HOME -> go(0);
                        case END -> go(lines.size() - 1);
                        default -> {
                            return;
                        }
                    }
                    e.consume();
                });
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        pause();
                    }
                });
    }

    /// Begins at the line, or at the first one when it is null.
    public void begin(List<LogLine> log, @Nullable LogLine from) {
        lines = log;
        at = -1;
        slider.setMax(Math.max(0, log.size() - 1));
        int start = from == null ? 0 : Math.max(0, log.indexOf(from));
        slider.setValue(start);
        turned(start);
        slider.requestFocus();
    }

    public void pause() {
        player.stop();
        play.setGraphic(Icon.PLAY.node());
        play.setAccessibleText(Messages.text("replay.play"));
    }

    /// The line as of which the case is shown; null before [#begin].
    public @Nullable LogLine current() {
        return at >= 0 && at < lines.size() ? lines.get(at) : null;
    }

    private void playOrPause() {
        if (player.getStatus() == Animation.Status.RUNNING) {
            pause();
            return;
        }
        if (at >= lines.size() - 1) {
            go(0);
        }
        play.setGraphic(Icon.PAUSE.node());
        play.setAccessibleText(Messages.text("replay.pause"));
        player.play();
    }

    private void forth() {
        go(at + 1);
        if (at >= lines.size() - 1) {
            pause();
        }
    }

    private void go(int wanted) {
        slider.setValue(Math.clamp(wanted, 0, Math.max(0, lines.size() - 1)));
    }

    private void turned(int wanted) {
        if (wanted == at || wanted < 0 || wanted >= lines.size()) {
            return;
        }
        at = wanted;
        LogLine now = lines.get(at);
        place.setText(Messages.text("replay.place", at + 1, lines.size(), Times.full(now.timeCreated())));
        String words = now.description().isEmpty() ? now.action() : now.action() + ": " + now.description();
        line.setText(words);
        lineTip.setText(words);
        seek.accept(now);
    }

    private static Button button(Icon icon, String what, Runnable act) {
        var button = new Button("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
