package dupin.intake.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes strings of UTF-8 and hands out the same string again for bytes that it met lately: names of devices, accounts
/// and folders recur in every row, and should not be held a million times. Not for several threads.
final class ByteStrings {
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 160;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final @Nullable Known[] slots = new Known[SLOTS];

    private record Known(byte[] bytes, String string) {}

    String get(byte[] buffer, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, from, length, StandardCharsets.UTF_8);
        }
        int slot = slot(buffer, from, length);
        Known known = slots[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, buffer, from, to)) {
            return known.string;
        }
        byte[] copy = Arrays.copyOfRange(buffer, from, to);
        String string = new String(copy, StandardCharsets.UTF_8);
        slots[slot] = new Known(copy, string);
        return string;
    }

    /// A slot from the length and from samples of the bytes; a wrong guess costs a new string, never a wrong one.
    private static int slot(byte[] buffer, int from, int length) {
        long hash = length;
        if (length >= 8) {
            hash = mix(hash, (long) LONG.get(buffer, from));
            hash = mix(hash, (long) LONG.get(buffer, from + length - 8));
            hash = mix(hash, (long) LONG.get(buffer, from + ((length - 8) >> 1)));
        } else {
            for (int i = 0; i < length; i++) {
                hash = hash * 31 + buffer[from + i];
            }
            hash = mix(length, hash);
        }
        return (int) (hash >>> 50) & (SLOTS - 1);
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
