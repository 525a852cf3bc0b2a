package dupin.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [ByteWriter] wrote.
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this(bytes, 0);
    }

    ByteReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int position() {
        return at;
    }

    void skip(long count) {
        at += Math.toIntExact(count);
    }

    boolean more() {
        return at < bytes.length;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    byte[] bytes() {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() {
        long head = number();
        int length = Math.toIntExact(head >>> 1);
        if ((head & 1) == 0) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) (octet() << 8 | octet());
        }
        return new String(chars);
    }

    /// Steps over a [#text].
    ///
    /// @return whether the sieve's part may stand in it
    boolean bears(Sieve sieve, int part) {
        long head = number();
        int length = Math.toIntExact(head >>> 1);
        if ((head & 1) != 0) {
            at += 2 * length;
            return true;
        }
        at += length;
        return sieve.latin(part, bytes, at - length, at);
    }
}
