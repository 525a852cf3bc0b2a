package dupin.intake.sentinel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// ATT&CK technique ids out of whatever spelling: `["T1003"]`, `T1010;T1059.001`, `Phishing (T1566)`.
public final class Techniques {

    private Techniques() {}

    /// In order of appearance, each once.
    public static List<String> in(String... texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            for (int i = text.indexOf('T'); i >= 0; i = text.indexOf('T', i + 1)) {
                int end = digits(text, i + 1, 4);
                boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
                if (!begins || end < 0) {
                    continue;
                }
                int sub = end < text.length() && text.charAt(end) == '.' ? digits(text, end + 1, 3) : -1;
                int stop = sub > 0 ? sub : end;
                if (stop == text.length() || !Character.isLetterOrDigit(text.charAt(stop))) {
                    found.add(text.substring(i, stop));
                }
            }
        }
        return List.copyOf(found);
    }

    /// Place after exactly so many digits; -1 when there are fewer.
    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) {
            return -1;
        }
        for (int i = from; i < from + count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return from + count;
    }
}
