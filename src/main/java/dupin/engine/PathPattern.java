package dupin.engine;

import dupin.model.Canonical;

/// A folder pattern of the policy: `*` stands for any text, also across folders, `?` for one character; a pattern without
/// a trailing `*` means the folder and everything under it. `\windows\*` means that folder on every drive, `/usr/*` only
/// where paths have no drives. Never slower than length of pattern times length of path.
public record PathPattern(String glob, boolean everyDrive) {

    public static PathPattern of(String pattern) {
        String canonical = Canonical.path(pattern);
        if (!canonical.endsWith("*")) {
            canonical = canonical.endsWith("/") ? canonical + "*" : canonical + "/*";
        }
        boolean rooted = canonical.startsWith("/") && !canonical.startsWith("//");
        return new PathPattern(canonical, rooted && !Canonical.text(pattern).startsWith("/"));
    }

    /// @param path as [Canonical#path] gives it
    public boolean matches(String path) {
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        return glob((drive && everyDrive ? path.substring(2) : path) + "/");
    }

    private boolean glob(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            char wanted = in < glob.length() ? glob.charAt(in) : '\0';
            if (wanted == '*') {
                star = in++;
                resume = at;
            } else if (in < glob.length() && (wanted == '?' || wanted == text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < glob.length() && glob.charAt(in) == '*') {
            in++;
        }
        return in == glob.length();
    }
}
