package dupin.engine.policy;

import dupin.engine.PathPattern;
import dupin.model.Canonical;
import java.util.Arrays;

/// What can be said of folder patterns without a path at hand. Stateless.
final class Patterns {
    private Patterns() {}

    /// Whether some path matches both.
    static boolean meet(String one, String two) {
        PathPattern a = PathPattern.of(one);
        PathPattern b = PathPattern.of(two);
        return globsMeet(onDrive(a, b.everyDrive()), onDrive(b, a.everyDrive()));
    }

    /// Patterns for every drive are compared as such, others with that drive written out.
    private static String onDrive(PathPattern pattern, boolean otherEveryDrive) {
        return pattern.everyDrive() && !otherEveryDrive ? "?:" + pattern.glob() : pattern.glob();
    }

    private static boolean globsMeet(String a, String b) {
        boolean[][] reach = new boolean[a.length() + 1][b.length() + 1];
        for (int i = a.length(); i >= 0; i--) {
            for (int j = b.length(); j >= 0; j--) {
                reach[i][j] = globsMeet(a, b, i, j, reach);
            }
        }
        return reach[0][0];
    }

    private static boolean globsMeet(String a, String b, int i, int j, boolean[][] reach) {
        if (i == a.length() && j == b.length()) {
            return true;
        }
        boolean starA = i < a.length() && a.charAt(i) == '*';
        boolean starB = j < b.length() && b.charAt(j) == '*';
        if (starA && reach[i + 1][j] || starB && reach[i][j + 1]) {
            return true;
        }
        if (starA && j < b.length()) {
            return reach[i][j + 1];
        }
        if (starB && i < a.length()) {
            return reach[i + 1][j];
        }
        return i < a.length()
                && j < b.length()
                && (a.charAt(i) == b.charAt(j) || a.charAt(i) == '?' || b.charAt(j) == '?')
                && reach[i + 1][j + 1];
    }

    /// Whether everything that the second matches is matched by the first: the second, read as a path, matches it.
    static boolean covers(String wide, String narrow) {
        PathPattern a = PathPattern.of(wide);
        PathPattern b = PathPattern.of(narrow);
        String path = b.everyDrive() && !a.everyDrive() ? "?:" + b.glob() : b.glob();
        return new PathPattern(a.glob(), a.everyDrive()).matches(path);
    }

    static boolean same(String one, String two) {
        return PathPattern.of(one).equals(PathPattern.of(two));
    }

    /// Paths begin with a drive, a share or a root; a pattern that begins otherwise meets none of them.
    static boolean matchesNothing(String pattern) {
        String glob = PathPattern.of(pattern).glob();
        boolean rooted = glob.startsWith("/") || glob.startsWith("*");
        boolean drive = glob.length() > 2 && glob.charAt(1) == ':' && glob.charAt(2) == '/';
        return Canonical.text(pattern).isBlank() || !(rooted || drive || glob.startsWith("?"));
    }

    /// A whole drive, a root, or simply everything.
    static boolean matchesAll(String pattern) {
        String glob = PathPattern.of(pattern).glob();
        return Arrays.asList("*", "/*", "*/*", "?:/*", "*:/*", "*:*", "c:/*", "**").contains(glob);
    }
}
