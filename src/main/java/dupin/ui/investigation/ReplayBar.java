package dupin.ui.investigation;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A slider over the moments of an incident, on one of two tracks: as Dupin worked, and as the attack went. Space plays and
/// pauses, the arrow keys step, Home and End go to the ends, T changes the track, Escape goes back to now. FX thread.
public final class ReplayBar extends VBox {
    private static final Duration PACE = Duration.millis(600);

    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Label line = new Label();
    private final Tooltip lineTip = new Tooltip();
    private final Button play;
    private final Timeline player = new Timeline(new KeyFrame(PACE, _ -> forth()));
    private final Map<ReplayTrack, ToggleButton> tracks = new EnumMap<>(ReplayTrack.class);
    private ReplayTrack track = ReplayTrack.JOURNAL;
    private List<ReplayStop> stops = List.of();
    private int at;

    /// @param turn told which track is wanted; [#begin] follows
    /// @param now told when the user goes back to the case as it is
    public ReplayBar(Consumer<ReplayTrack> turn, Runnable now) {
        getStyleClass().add("replay-bar");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        play = button(Icon.PLAY, Messages.text("replay.play"), this::playOrPause);
        play.setId("replay-play");
        var first = button(Icon.STEP_BACK, Messages.text("replay.first"), () -> go(0));
        var back = button(Icon.LEFT, Messages.text("replay.stepBack"), () -> go(at - 1));
        var forth = button(Icon.RIGHT, Messages.text("replay.step"), () -> go(at + 1));
        var last = button(Icon.STEP_FORWARD, Messages.text("replay.last"), () -> go(stops.size() - 1));
        var end = new Button(Messages.text("replay.now"));
        end.setId("replay-now");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setTooltip(new Tooltip(Messages.text("replay.nowHelp")));
        end.setOnAction(_ -> now.run());
        slider.setId("replay-slider");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setMinWidth(80);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((_, _, value) -> turned((int) Math.round(value.doubleValue())));
        place.getStyleClass().add("caption");
        place.setMinWidth(Region.USE_PREF_SIZE);
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setTooltip(lineTip);
        var controls = new HBox(first, back, play, forth, last, slider, end);
        controls.getStyleClass().add("line");
        controls.setSpacing(4);
        var told = new HBox(8, segments(turn), line, place);
        told.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(controls, told);
        player.setCycleCount(Animation.INDEFINITE);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    switch (e.getCode()) {
                        case SPACE -> playOrPause();
                        case ESCAPE -> now.run();
                        case HOME -> go(0);
                        case END -> go(stops.size() - 1);
                        default -> {
                            return;
                        }
                    }
                    e.consume();
                });
        // As typed, like the letters of the page around it, which would take it for theirs.
        addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (e.getCharacter().equals("t") && !e.isShortcutDown()) {
                        turn.accept(other());
                        e.consume();
                    }
                });
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        pause();
                    }
                });
    }

    private ReplayTrack other() {
        return track == ReplayTrack.JOURNAL ? ReplayTrack.ATTACK : ReplayTrack.JOURNAL;
    }

    private HBox segments(Consumer<ReplayTrack> turn) {
        var box = new HBox();
        box.getStyleClass().add("segments");
        box.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (ReplayTrack each : ReplayTrack.values()) {
            var button = new ToggleButton(each.label());
            button.setId("replay-" + each.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(each.help()));
            button.setFocusTraversable(false);
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                turn.accept(each);
            });
            tracks.put(each, button);
            box.getChildren().add(button);
        }
        return box;
    }

    /// Runs over these moments, and shows the one it begins with.
    public void begin(ReplayTrack on, List<ReplayStop> moments, int start) {
        pause();
        track = on;
        stops = List.of();
        at = -1;
        tracks.forEach((each, button) -> button.setSelected(each == track));
        slider.setAccessibleText(track.help());
        slider.setMax(Math.max(0, moments.size() - 1));
        slider.setValue(start);
        stops = moments;
        turned(start);
        slider.requestFocus();
    }

    public void pause() {
        player.stop();
        play.setGraphic(Icon.PLAY.node());
        play.setAccessibleText(Messages.text("replay.play"));
    }

    private void playOrPause() {
        if (player.getStatus() == Animation.Status.RUNNING) {
            pause();
            return;
        }
        if (at >= stops.size() - 1) {
            go(0);
        }
        play.setGraphic(Icon.PAUSE.node());
        play.setAccessibleText(Messages.text("replay.pause"));
        player.play();
    }

    private void forth() {
        go(at + 1);
        if (at >= stops.size() - 1) {
            pause();
        }
    }

    private void go(int wanted) {
        slider.setValue(Math.clamp(wanted, 0, Math.max(0, stops.size() - 1)));
    }

    private void turned(int wanted) {
        if (wanted == at || wanted < 0 || wanted >= stops.size()) {
            return;
        }
        at = wanted;
        ReplayStop now = stops.get(at);
        place.setText(Messages.text("replay.place", at + 1, stops.size(), Times.full(now.time())));
        line.setText(now.words());
        lineTip.setText(now.words());
        now.show().run();
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
