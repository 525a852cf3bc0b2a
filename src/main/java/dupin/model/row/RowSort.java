package dupin.model.row;

import java.util.Arrays;

/// Sorts row numbers without an object for each. Stable; for any thread.
public final class RowSort {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private RowSort() {}

    /// An order of row numbers.
    @FunctionalInterface
    public interface Order {
        int compare(int a, int b);
    }

    /// The rows by an order: stretches that are in order already are merged as they are, so that few of them cost little.
    public static int[] by(int[] rows, Order order) {
        int[] from = rows.clone();
        int[] to = new int[from.length];
        int[] ends = stretches(from, order);
        for (int left = ends.length; left > 1; left = left / 2 + left % 2) {
            int low = 0;
            for (int i = 0; i < left; i += 2) {
                int middle = ends[i];
                int high = ends[Math.min(i + 1, left - 1)];
                merge(from, low, middle, from, middle, high, to, low, order);
                ends[i / 2] = high;
                low = high;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /// Where each stretch that is in order ends.
    private static int[] stretches(int[] rows, Order order) {
        int[] ends = new int[16];
        int count = 0;
        for (int i = 1; i <= rows.length; i++) {
            if (i == rows.length || order.compare(rows[i - 1], rows[i]) > 0) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = i;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /// Two sorted lists as one.
    public static int[] merged(int[] one, int[] other, Order order) {
        int[] all = new int[one.length + other.length];
        merge(one, 0, one.length, other, 0, other.length, all, 0, order);
        return all;
    }

    private static void merge(
            int[] left,
            int leftFrom,
            int leftTo,
            int[] right,
            int rightFrom,
            int rightTo,
            int[] into,
            int at,
            Order order) {
        int a = leftFrom;
        int b = rightFrom;
        int next = at;
        while (a < leftTo && b < rightTo) {
            into[next++] = order.compare(left[a], right[b]) <= 0 ? left[a++] : right[b++];
        }
        System.arraycopy(left, a, into, next, leftTo - a);
        System.arraycopy(right, b, into, next + leftTo - a, rightTo - b);
    }

    /// Sorts rows by keys, where `keys[i]` is that of `rows[i]`; both arrays are used up.
    public static int[] byKeys(int[] rows, long[] keys) {
        if (rows.length == 0) {
            return rows;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int[] fromRows = rows;
        long[] fromKeys = keys;
        int[] toRows = new int[rows.length];
        long[] toKeys = new long[rows.length];
        for (int shift = 0; shift < bits; shift += BITS) {
            int[] starts = starts(fromKeys, min, shift);
            for (int i = 0; i < fromRows.length; i++) {
                int place = starts[digit(fromKeys[i] - min, shift)]++;
                toRows[place] = fromRows[i];
                toKeys[place] = fromKeys[i];
            }
            int[] swapRows = fromRows;
            fromRows = toRows;
            toRows = swapRows;
            long[] swapKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = swapKeys;
        }
        return fromRows;
    }

    private static int[] starts(long[] keys, long min, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (long key : keys) {
            starts[digit(key - min, shift) + 1]++;
        }
        for (int i = 1; i < DIGITS; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }

    public static void reverse(int[] rows) {
        for (int low = 0, high = rows.length - 1; low < high; low++, high--) {
            int swap = rows[low];
            rows[low] = rows[high];
            rows[high] = swap;
        }
    }
}
