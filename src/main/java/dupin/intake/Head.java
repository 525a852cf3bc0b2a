package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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

    public static Head of(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(MAX);
            return new Head(source.name(), bytes, bytes.length < MAX || in.read() < 0);
        }
    }

    /// The bytes as text, without byte order mark and leading white space.
    public String text() {
        String text = new String(bytes, charset(bytes, bytes.length));
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }

    /// UTF-16 by its byte order mark or by the zeroes between Latin letters, else UTF-8.
    static Charset charset(byte[] bytes, int length) {
        if (length >= 2) {
            int first = bytes[0] & 0xFF;
            int second = bytes[1] & 0xFF;
            if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
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
