package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// What stands on buttons can be read in every theme and whatever is done to them.
class ControlContrastTest extends UiTest {
    private static final List<String> STATES = List.of("", "hover", "focused", "pressed");

    @Override
    protected Parent view() {
        return new Pane();
    }

    private static Map<String, Supplier<ButtonBase>> controls() {
        var controls = new LinkedHashMap<String, Supplier<ButtonBase>>();
        controls.put("button", () -> new Button("Save"));
        for (String style : List.of("accent", "quiet", "danger-outline", "filter-chip")) {
            controls.put(style, () -> styled(new Button("Save"), style));
        }
        controls.put("toggle", () -> new ToggleButton("Save"));
        controls.put("toggle that is on", () -> on(new ToggleButton("Save")));
        controls.put("quiet toggle that is on", () -> styled(on(new ToggleButton("Save")), "quiet"));
        controls.put("menu", () -> new MenuButton("Save"));
        controls.put("quiet menu", () -> styled(new MenuButton("Save"), "quiet"));
        return controls;
    }

    private static <T extends ButtonBase> T styled(T button, String style) {
        button.getStyleClass().add(style);
        return button;
    }

    private static ToggleButton on(ToggleButton button) {
        button.setSelected(true);
        return button;
    }

    @Test
    void everyButtonCanBeReadInEveryState() {
        var faults = new ArrayList<String>();
        for (Theme theme : Theme.values()) {
            onFx(() ->
                    controls()
                            .forEach((name, made) -> {
                                for (String state : STATES) {
                                    var control = made.get();
                                    var ground = new VBox(control);
                                    ground.getStyleClass().add("panel");
                                    theme.applyTo(new Scene(ground, 200, 100));
                                    if (!state.isEmpty()) {
                                        control.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
                                    }
                                    ground.applyCss();
                                    ground.layout();
                                    double ratio = contrast(letters(control), behind(control, ground));
                                    if (ratio < 4.5) {
                                        faults.add(String.format("%s, %s %s: %.2f", theme, name, state, ratio));
                                    }
                                }
                            }));
        }
        onFx(() -> Theme.DARK.applyTo(new Scene(new Pane())));
        assertThat(faults).isEmpty();
    }

    private static Color letters(ButtonBase control) {
        var label = control instanceof MenuButton ? (Labeled) control.lookup(".label") : control;
        return (Color) label.getTextFill();
    }

    /// The colour beneath the letters: of what is half transparent, as it looks on the ground.
    private static Color behind(Region control, Region ground) {
        Color under = top(ground.getBackground(), Color.BLACK);
        return top(control.getBackground(), under);
    }

    private static Color top(Background background, Color under) {
        Color now = under;
        if (background != null) {
            for (BackgroundFill fill : background.getFills()) {
                if (fill.getFill() instanceof Color color) {
                    now =
                            now.interpolate(
                                    Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
                }
            }
        }
        return now;
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
