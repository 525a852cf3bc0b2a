package dupin.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// How the window looks: a theme, how far rows stand apart and how large letters are. The sheets name sizes in pixels; a
/// sheet of our own says them all again, scaled. FX thread.
///
/// @param percent of the usual size of letters
public record Look(Theme theme, boolean roomy, int percent) {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern SIZE = Pattern.compile("(-fx-(?:font|icon)-size):\\s*([0-9.]+)px");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final List<String> SHEETS =
            List.of(
                    "/dupin/ui/theme/base.css",
                    "/dupin/ui/theme/pages.css",
                    "/dupin/ui/investigation/investigation.css",
                    "/dupin/ui/actions/actions.css");

    private static final String ROOMY =
            ".table-view { -fx-fixed-cell-size: 36px; } .table-view.headless { -fx-fixed-cell-size: 60px; }"
                    + " .list-cell { -fx-padding: 6px 8px; }";

    /// The theme that the settings name; with `SYSTEM` the one that the system has.
    public static Theme theme(String word) {
        if (word.equals("SYSTEM")) {
            return ofSystem();
        }
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(word)) {
                return theme;
            }
        }
        return Theme.DARK;
    }

    private static Theme ofSystem() {
        var preferences = Platform.getPreferences();
        if (Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))) {
            return Theme.HIGH_CONTRAST;
        }
        return preferences.getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    }

    /// Calls back whenever the system's own look has changed.
    public static void onSystemChange(Runnable changed) {
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> changed.run());
    }

    /// Dresses the scene, and all its pop-ups with it.
    public void applyTo(Scene scene) {
        theme.applyTo(scene);
        var more = new StringBuilder();
        if (percent != 100) {
            more.append(scaled());
        }
        if (roomy) {
            more.append(ROOMY);
        }
        if (!more.isEmpty()) {
            String coded = Base64.getEncoder().encodeToString(more.toString().getBytes(StandardCharsets.UTF_8));
            scene.getStylesheets().add("data:text/css;charset=utf-8;base64," + coded);
        }
    }

    /// All rules that name a size of letters or icons, with that size scaled.
    String scaled() {
        var sheet = new StringBuilder();
        for (String name : SHEETS) {
            var rules = RULE.matcher(COMMENT.matcher(read(name)).replaceAll(""));
            while (rules.find()) {
                var sizes = new ArrayList<String>();
                var found = SIZE.matcher(rules.group(2));
                while (found.find()) {
                    double size = Double.parseDouble(found.group(2)) * percent / 100;
                    sizes.add(String.format(Locale.ROOT, "%s: %.1fpx !important;", found.group(1), size));
                }
                if (!sizes.isEmpty() && !rules.group(1).contains("@")) {
                    sheet.append(rules.group(1).strip()).append(" { ").append(String.join(" ", sizes)).append(" }\n");
                }
            }
        }
        return sheet.toString();
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Look.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
