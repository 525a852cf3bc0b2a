package dupin.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Looks for texts in what blocks hold, byte by byte and in letters of any case: many times faster than reading events.
/// Finds all that is there, and now and then what is not.
final class Sieve {
    private final List<byte[]> parts;

    /// @param parts printable ASCII without quotation marks and backslashes, which are stored in other words
    Sieve(Collection<String> parts) {
        this.parts =
                parts.stream().map(part -> part.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)).toList();
    }

    int size() {
        return parts.size();
    }

    /// Whether the part stands in a text of Latin letters, a byte each.
    boolean latin(int part, byte[] bytes, int from, int to) {
        byte[] wanted = parts.get(part);
        byte small = wanted[0];
        byte large = (byte) Character.toUpperCase(small);
        for (int at = from; at <= to - wanted.length; at++) {
            if ((bytes[at] == small || bytes[at] == large) && matches(bytes, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the part may stand in a text of UTF-8. Some letters beyond ASCII are small letters of ASCII at heart.
    boolean utf8(int part, byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return true;
            }
        }
        return latin(part, bytes, from, to);
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            byte b = bytes[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
