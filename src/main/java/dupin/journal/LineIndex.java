package dupin.journal;

import java.util.Arrays;

/// Where every 256th line begins, so that reading from the middle does not start at the front. Thread-safe.
final class LineIndex {

    private static final int STEP = 256;

    private long[] offsets = new long[64];
    private int size;

    record Mark(long seq, long offset) {}

    synchronized void add(long seq, long offset) {
        if (seq % STEP != 0) {
            return;
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
    }

    /// Forgets lines from a number on.
    synchronized void cut(long entries) {
        size = (int) ((entries + STEP - 1) / STEP);
    }

    /// The nearest known beginning at or before the line.
    synchronized Mark before(long seq) {
        if (size == 0) {
            return new Mark(0, 0);
        }
        int at = (int) Math.min(seq / STEP, size - 1);
        return new Mark((long) at * STEP, offsets[at]);
    }
}
