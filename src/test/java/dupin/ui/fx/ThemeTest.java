package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colours are computed from the sheets themselves; no toolkit.
class ThemeTest {
    private static final Pattern ROLE = Pattern.compile("(?m)^\\s*-([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final List<String> GROUNDS =
            List.of("app-bg", "panel", "panel-raised", "field", "row-hover", "row-selected", "accent-soft");

    /// Grounds of receipts and of badges without a role of their own.
    private static final List<String> TINTS = List.of("state-failed-soft", "verdict-not-evaluable-soft");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnEveryGround(Theme theme) {
        var roles = roles(theme);
        var faults = new ArrayList<String>();
        for (String text : List.of("text", "text-muted", "text-subtle", "accent")) {
            for (String ground : GROUNDS) {
                check(roles, text, ground, 4.5, faults);
            }
            TINTS.forEach(tint -> check(roles, text, tint, 4.5, faults));
        }
        GROUNDS.forEach(ground -> check(roles, "focus", ground, 3, faults));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void severitiesVerdictsAndStatesAreReadableOnRowsAndOnTheirOwnTint(Theme theme) {
        var roles = roles(theme);
        var faults = new ArrayList<String>();
        int seen = 0;
        for (String role : roles.keySet()) {
            if (role.matches("(severity|verdict|state)-.*(?<!-soft)$")) {
                seen++;
                check(roles, role, role + "-soft", 4.5, faults);
                for (String ground : GROUNDS) {
                    check(roles, role, ground, 4.5, faults);
                }
                check(roles, "panel", role, 4.5, faults);
                check(roles, role, "canvas-bg", 4.5, faults);
                check(roles, role, "mark-fill", 4.5, faults);
            }
        }
        assertThat(seen).isEqualTo(13);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theGraphIsReadable(Theme theme) {
        var roles = roles(theme);
        var faults = new ArrayList<String>();
        check(roles, "mark-label", "mark-label-bg", 4.5, faults);
        check(roles, "mark-label", "canvas-bg", 4.5, faults);
        check(roles, "mark-detail", "mark-label-bg", 4.5, faults);
        check(roles, "mark-glyph", "mark-fill", 4.5, faults);
        for (String line :
                List.of(
                        "edge",
                        "edge-association",
                        "edge-hot",
                        "edge-malicious",
                        "edge-suspicious",
                        "mark-line",
                        "mark-fold",
                        "mark-alert",
                        "mark-investigation",
                        "mark-selected")) {
            check(roles, line, "canvas-bg", 3, faults);
        }
        check(roles, "text-on-accent", "accent-emphasis", 4.5, faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void allThemesKnowTheSameRoles() {
        assertThat(roles(Theme.LIGHT).keySet()).isEqualTo(roles(Theme.DARK).keySet());
        assertThat(roles(Theme.HIGH_CONTRAST).keySet()).isEqualTo(roles(Theme.DARK).keySet());
    }

    @Test
    void onlyTheRoleSheetsKnowValues() {
        for (String sheet : List.of(Theme.DARK.sheets().getFirst(), Theme.DARK.sheets().getLast())) {
            assertThat(read(sheet)).as(sheet).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
        }
    }

    private static void check(
            Map<String, String> roles, String text, String ground, double least, List<String> faults) {
        double ratio = contrast(Color.web(roles.get(text)), Color.web(roles.get(ground)));
        if (ratio < least) {
            faults.add(String.format("%s on %s: %.2f", text, ground, ratio));
        }
    }

    private static Map<String, String> roles(Theme theme) {
        var roles = new TreeMap<String, String>();
        var found = ROLE.matcher(read(theme.sheets().get(1)));
        while (found.find()) {
            if (!found.group(1).startsWith("color-")) {
                roles.put(found.group(1), found.group(2));
            }
        }
        return roles;
    }

    private static String read(String url) {
        try (var in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
