package dupin.intake.windows.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Little-endian numbers and texts of one chunk, never beyond what was read of it.
///
/// @param array the chunk; offsets count from its start
/// @param length bytes that the file holds of it
record Bytes(byte[] array, int length) {

    private void check(int offset, int count) {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new DamagedException("it points outside of its chunk");
        }
    }

    int u8(int offset) {
        check(offset, 1);
        return array[offset] & 0xFF;
    }

    int u16(int offset) {
        check(offset, 2);
        return array[offset] & 0xFF | (array[offset + 1] & 0xFF) << 8;
    }

    int i32(int offset) {
        check(offset, 4);
        return array[offset] & 0xFF
                | (array[offset + 1] & 0xFF) << 8
                | (array[offset + 2] & 0xFF) << 16
                | (array[offset + 3] & 0xFF) << 24;
    }

    /// An unsigned number that must be a place or a length in the chunk.
    int size(int offset) {
        int value = i32(offset);
        if (value < 0 || value > length) {
            throw new DamagedException("it tells a length or place outside of its chunk");
        }
        return value;
    }

    long i64(int offset) {
        return i32(offset) & 0xFFFF_FFFFL | (long) i32(offset + 4) << 32;
    }

    /// UTF-16 text, up to the zeroes at its end.
    String utf16(int offset, int bytes) {
        check(offset, bytes);
        int end = bytes & ~1;
        while (end >= 2 && array[offset + end - 1] == 0 && array[offset + end - 2] == 0) {
            end -= 2;
        }
        return new String(array, offset, end, StandardCharsets.UTF_16LE);
    }

    byte[] copy(int offset, int count) {
        check(offset, count);
        return Arrays.copyOfRange(array, offset, offset + count);
    }

    /// Whether the bytes stand at the offset; false beyond the end.
    boolean starts(int offset, byte[] magic) {
        return offset >= 0
                && offset <= length - magic.length
                && Arrays.equals(array, offset, offset + magic.length, magic, 0, magic.length);
    }
}
