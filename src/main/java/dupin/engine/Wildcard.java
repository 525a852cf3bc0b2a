package dupin.engine;

import dupin.model.Canonical;
import dupin.model.policy.TuningCondition;
import java.util.ArrayList;
import java.util.List;

/// A text in which `*` stands for any text, `[*]` for a star, and nothing else for anything but itself, in any case:
/// addresses and command lines are full of question marks and brackets, and paths of backslashes before a star.
///
/// @param parts what stands between the stars, in small letters
record Wildcard(List<String> parts) {
    static Wildcard of(String text) {
        String rest = Canonical.lower(text);
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int at = 0; at < rest.length(); at++) {
            if (rest.startsWith(TuningCondition.STAR, at)) {
                part.append('*');
                at += TuningCondition.STAR.length() - 1;
            } else if (rest.charAt(at) == '*') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(rest.charAt(at));
            }
        }
        parts.add(part.toString());
        return new Wildcard(List.copyOf(parts));
    }

    /// @param text in small letters, as [Canonical#lower] gives it
    boolean matches(String text) {
        String first = parts.getFirst();
        if (parts.size() == 1) {
            return text.equals(first);
        }
        String last = parts.getLast();
        int end = text.length() - last.length();
        if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
