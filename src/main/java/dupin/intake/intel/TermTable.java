package dupin.intake.intel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// From a term to the numbers that were put in under it: a hash table over one array of bytes, for millions of terms.
/// Filled by one thread, then read by any.
final class TermTable {
    private static final int MAX_BYTES = 1 << 30;

    private byte[] text = new byte[1 << 10];
    private int used;
    private int[] starts = new int[1 << 6];
    private int[] values = new int[1 << 6];
    private int[] slots = new int[1 << 7];
    private int size;

    int size() {
        return size;
    }

    /// @return false when the table is full: a gibibyte of terms
    boolean add(String term, int value) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        if (used > MAX_BYTES - bytes.length) {
            return false;
        }
        if (used + bytes.length > text.length) {
            text = Arrays.copyOf(text, Math.max(used + bytes.length, (int) Math.min(MAX_BYTES, text.length * 2L)));
        }
        if (size + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            values = Arrays.copyOf(values, values.length * 2);
        }
        System.arraycopy(bytes, 0, text, used, bytes.length);
        starts[size] = used;
        values[size] = value;
        used += bytes.length;
        size++;
        starts[size] = used;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int entry = 0; entry < size; entry++) {
                place(entry);
            }
        } else {
            place(size - 1);
        }
        return true;
    }

    private void place(int entry) {
        int slot = hash(text, starts[entry], starts[entry + 1]) & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry + 1;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ hash >>> 13;
    }

    /// The values under the term in the order in which they came, at most 64.
    List<Integer> find(String term) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<Integer>(2);
        int slot = hash(bytes, 0, bytes.length) & (slots.length - 1);
        for (int entry = slots[slot]; entry != 0 && found.size() < 64; entry = slots[slot]) {
            int at = entry - 1;
            if (Arrays.equals(text, starts[at], starts[at + 1], bytes, 0, bytes.length)) {
                found.add(values[at]);
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        found.sort(null);
        return found;
    }
}
