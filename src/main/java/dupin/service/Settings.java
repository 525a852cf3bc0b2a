package dupin.service;

import java.util.List;

/// What the window remembers between starts. Policy is not here: changing it is an audited act of a case.
///
/// @param recentCases folders of cases, newest first
/// @param zone `UTC` or a zone id
public record Settings(
        String theme,
        String zone,
        String operator,
        boolean tourSeen,
        List<String> recentCases,
        double width,
        double height) {
    public static final Settings DEFAULT =
            new Settings("DARK", "UTC", System.getProperty("user.name", "analyst"), false, List.of(), 1440, 900);

    public Settings {
        recentCases = List.copyOf(recentCases);
    }

    public Settings withTheme(String next) {
        return new Settings(next, zone, operator, tourSeen, recentCases, width, height);
    }

    public Settings withRecent(List<String> cases) {
        return new Settings(theme, zone, operator, tourSeen, cases, width, height);
    }

    public Settings withSize(double w, double h) {
        return new Settings(theme, zone, operator, tourSeen, recentCases, w, h);
    }

    public Settings withZone(String next) {
        return new Settings(theme, next, operator, tourSeen, recentCases, width, height);
    }

    public Settings withOperator(String next) {
        return new Settings(theme, zone, next, tourSeen, recentCases, width, height);
    }
}
