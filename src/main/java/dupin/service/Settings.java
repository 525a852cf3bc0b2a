package dupin.service;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the window remembers between starts. Policy is not here: changing it is an audited act of a case.
///
/// @param theme `DARK`, `LIGHT`, `HIGH_CONTRAST` or `SYSTEM`
/// @param recentCases folders of cases, newest first
/// @param zone `UTC` or a zone id
/// @param packFolders folders of intel whose packs a new case begins with
public record Settings(
        String theme,
        String zone,
        String operator,
        boolean tourSeen,
        List<String> recentCases,
        double width,
        double height,
        List<String> packFolders,
        Comfort comfort,
        Layout layout) {
    public static final Settings DEFAULT =
            new Settings(
                    "DARK",
                    "UTC",
                    System.getProperty("user.name", "analyst"),
                    false,
                    List.of(),
                    1440,
                    900,
                    List.of(),
                    Comfort.DEFAULT,
                    Layout.DEFAULT);

    /// @param roomy rows of tables stand further apart
    /// @param fontPercent of the usual size of letters
    /// @param notices whether verdicts and expiries are told
    public record Comfort(boolean roomy, int fontPercent, boolean notices) {
        public static final Comfort DEFAULT = new Comfort(false, 100, true);

        public Comfort {
            fontPercent = Math.clamp(fontPercent, 80, 150);
        }
    }

    /// How the workspace is divided, in pixels and parts of the whole.
    ///
    /// @param list width of the incident list, `actions` of the action pane
    /// @param story part of the height that the graph takes
    /// @param maximized whether the window fills the screen
    /// @param recentFolded whether the hours over the incident list are folded; null for as there is room
    public record Layout(
            double list,
            double actions,
            double story,
            boolean listFolded,
            boolean actionsFolded,
            boolean maximized,
            @Nullable Boolean recentFolded) {
        public static final Layout DEFAULT = new Layout(304, 320, 0.52, false, false, false, null);

        public Layout {
            list = list >= 120 && list <= 2_000 ? list : 304;
            actions = actions >= 120 && actions <= 2_000 ? actions : 320;
            story = story > 0.05 && story < 0.95 ? story : 0.52;
        }
    }

    public Settings {
        recentCases = List.copyOf(recentCases);
        // Files of older versions do not name them.
        packFolders = List.copyOf(Objects.requireNonNullElse(packFolders, List.of()));
        comfort = Objects.requireNonNullElse(comfort, Comfort.DEFAULT);
        layout = Objects.requireNonNullElse(layout, Layout.DEFAULT);
    }

    public Settings withTheme(String next) {
        return new Settings(next, zone, operator, tourSeen, recentCases, width, height, packFolders, comfort, layout);
    }

    public Settings withRecent(List<String> cases) {
        return new Settings(theme, zone, operator, tourSeen, cases, width, height, packFolders, comfort, layout);
    }

    public Settings withSize(double w, double h) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, w, h, packFolders, comfort, layout);
    }

    public Settings withZone(String next) {
        return new Settings(theme, next, operator, tourSeen, recentCases, width, height, packFolders, comfort, layout);
    }

    public Settings withOperator(String next) {
        return new Settings(theme, zone, next, tourSeen, recentCases, width, height, packFolders, comfort, layout);
    }

    public Settings withPackFolders(List<String> folders) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, width, height, folders, comfort, layout);
    }

    public Settings withTourSeen() {
        return new Settings(theme, zone, operator, true, recentCases, width, height, packFolders, comfort, layout);
    }

    public Settings withComfort(Comfort next) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, width, height, packFolders, next, layout);
    }

    public Settings withLayout(Layout next) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, width, height, packFolders, comfort, next);
    }
}
