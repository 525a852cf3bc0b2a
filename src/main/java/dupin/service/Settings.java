package dupin.service;

import java.util.List;
import java.util.Objects;

/// What the window remembers between starts. Policy is not here: changing it is an audited act of a case.
///
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
        List<String> packFolders) {
    public static final Settings DEFAULT =
            new Settings(
                    "DARK", "UTC", System.getProperty("user.name", "analyst"), false, List.of(), 1440, 900, List.of());

    public Settings {
        recentCases = List.copyOf(recentCases);
        // Files of older versions do not name them.
        packFolders = List.copyOf(Objects.requireNonNullElse(packFolders, List.of()));
    }

    public Settings withTheme(String next) {
        return new Settings(next, zone, operator, tourSeen, recentCases, width, height, packFolders);
    }

    public Settings withRecent(List<String> cases) {
        return new Settings(theme, zone, operator, tourSeen, cases, width, height, packFolders);
    }

    public Settings withSize(double w, double h) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, w, h, packFolders);
    }

    public Settings withZone(String next) {
        return new Settings(theme, next, operator, tourSeen, recentCases, width, height, packFolders);
    }

    public Settings withOperator(String next) {
        return new Settings(theme, zone, next, tourSeen, recentCases, width, height, packFolders);
    }

    public Settings withPackFolders(List<String> folders) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, width, height, folders);
    }
}
