package dupin.model.row;

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

    /// The rows by an order; stretches that are in order already cost one comparison.
    public static int[] by(int[] rows, Order order) {
        int[] from = rows.clone();
        int[] to = new int[from.length];
        for (int width = 1; width < from.length; width *= 2) {
            for (int low = 0; low < from.length; low += 2 * width) {
                int middle = Math.min(low + width, from.length);
                int high = Math.min(low + 2 * width, from.length);
                if (middle == high || order.compare(from[middle - 1], from[middle]) <= 0) {
                    System.arraycopy(from, low, to, low, high - low);
                } else {
                    merge(from, low, middle, from, middle, high, to, low, order);
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
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
