package dupin.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The first bytes of a file, from which its format is recognised.
///
/// @param bytes up to 64 KiB, byte order mark included
/// @param whole whether that is the whole file
public record Head(String name, byte[] bytes, boolean whole) {
    public static final int MAX = 65_536;

    public Head {
        bytes = bytes.clone();
    }

    /// The bytes as UTF-8 without byte order mark and leading white space.
    public String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head head
                && name.equals(head.name)
                && Arrays.equals(bytes, head.bytes)
                && whole == head.whole;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }
}
