package dupin.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes compressed where that pays: one byte tells whether, then the length in four, then the content.
final class Packed {

    private static final int SMALL = 200;
    private static final int HEAD = 5;

    /// Longest content that is unpacked; a store that says more is damaged.
    private static final int MAX = 1 << 30;

    private Packed() {}

    static byte[] pack(byte[] content, int length) {
        if (length >= SMALL) {
            var deflater = new Deflater(Deflater.BEST_SPEED, true);
            try {
                deflater.setInput(content, 0, length);
                deflater.finish();
                byte[] buffer = new byte[length + HEAD];
                int size = deflater.deflate(buffer, HEAD, length);
                if (deflater.finished()) {
                    head(buffer, 1, length);
                    return Arrays.copyOf(buffer, size + HEAD);
                }
            } finally {
                deflater.end();
            }
        }
        byte[] plain = new byte[length + HEAD];
        head(plain, 0, length);
        System.arraycopy(content, 0, plain, HEAD, length);
        return plain;
    }

    static byte[] pack(byte[] content) {
        return pack(content, content.length);
    }

    private static void head(byte[] out, int packed, int length) {
        out[0] = (byte) packed;
        for (int i = 0; i < 4; i++) {
            out[1 + i] = (byte) (length >>> (24 - 8 * i));
        }
    }

    static byte[] unpack(byte[] packed) {
        int length = 0;
        for (int i = 1; i < HEAD; i++) {
            length = length << 8 | packed[i] & 0xff;
        }
        if (packed[0] == 0) {
            return Arrays.copyOfRange(packed, HEAD, packed.length);
        }
        if (length < 0 || length > MAX) {
            throw new StoreException("A value of the store has an impossible length (" + length + " bytes).");
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed, HEAD, packed.length - HEAD);
            byte[] out = new byte[length];
            int at = 0;
            while (at < length) {
                int n = inflater.inflate(out, at, length - at);
                if (n == 0) {
                    throw new StoreException("A value of the store ends too early.");
                }
                at += n;
            }
            return out;
        } catch (DataFormatException e) {
            throw new StoreException("A value of the store cannot be unpacked: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    static byte[] join(Iterable<byte[]> parts) {
        var out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
