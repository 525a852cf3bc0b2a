package dupin.engine;

import dupin.model.Canonical;
import java.util.ArrayList;
import java.util.List;

/// A folder pattern of the policy: `*` stands for any text, also across folders; a pattern without a trailing `*` means
/// the folder and everything under it. Matching is linear, whatever the pattern.
public record PathPattern(List<String> parts) {
    public PathPattern {
        parts = List.copyOf(parts);
    }

    public static PathPattern of(String pattern) {
        String canonical = Canonical.path(pattern);
        if (!canonical.endsWith("*")) {
            canonical = canonical.endsWith("/") ? canonical + "*" : canonical + "/*";
        }
        var parts = new ArrayList<String>();
        int start = 0;
        for (int star = canonical.indexOf('*'); star >= 0; star = canonical.indexOf('*', start)) {
            parts.add(canonical.substring(start, star));
            start = star + 1;
        }
        return new PathPattern(parts);
    }

    /// @param path as [Canonical#path] gives it
    public boolean matches(String path) {
        String text = path + "/";
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            int found = i == 0 ? (text.startsWith(parts.getFirst()) ? 0 : -1) : text.indexOf(parts.get(i), at);
            if (found < 0) {
                return false;
            }
            at = found + parts.get(i).length();
        }
        return true;
    }
}
