package dupin.ui.fx;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// One short notice inside the window; the next takes its place, they never pile up, and none takes the focus. It stays
/// while the mouse is over it. FX thread.
public final class Toasts extends HBox {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(12);

    private final Label text = new Label();
    private final Button action = new Button();
    private final Alarm stay = new Alarm(this::hide);
    private Duration time = SHORT;

    Toasts() {
        getStyleClass().add("toast");
        text.setWrapText(true);
        action.getStyleClass().addAll("quiet", "tone-text");
        action.setFocusTraversable(false);
        var close = new Button("", Icon.CLOSE.node("icon-small"));
        close.getStyleClass().add("quiet");
        close.setFocusTraversable(false);
        close.setAccessibleText(Messages.text("toast.close"));
        close.setTooltip(new Tooltip(Messages.text("toast.close")));
        close.setOnAction(_ -> hide());
        getChildren().addAll(new FontIcon(), text, action, close);
        setMaxHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        setTranslateY(-24);
        setOnMouseEntered(_ -> stay.stop());
        setOnMouseExited(_ -> stay.set(time));
        hide();
    }

    public void say(String sentence) {
        show(Icon.INFO, "neutral", sentence, "", () -> {}, SHORT);
    }

    /// With a way back: `verb` is usually *Undo*. Stays longer.
    public void say(String sentence, String verb, Runnable act) {
        show(Icon.CHECK, "state-remediated", sentence, verb, act, LONG);
    }

    /// Something went wrong that needs no dialog.
    public void warn(String sentence) {
        show(Icon.WARNING, "state-failed", sentence, "", () -> {}, LONG);
    }

    public void hide() {
        stay.stop();
        setVisible(false);
    }

    private void show(Icon icon, String role, String sentence, String verb, Runnable act, Duration time) {
        var sign = icon.node("tone-icon");
        getChildren().set(0, sign);
        getStyleClass().setAll("toast", role);
        text.setText(sentence);
        text.setMaxWidth(360);
        action.setText(verb);
        action.setVisible(!verb.isEmpty());
        action.setManaged(!verb.isEmpty());
        action.setOnAction(_ -> {
            hide();
            act.run();
        });
        setAccessibleText(sentence);
        setVisible(true);
        this.time = time;
        stay.set(time);
    }
}
