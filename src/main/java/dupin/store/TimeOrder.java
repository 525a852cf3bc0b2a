package dupin.store;

/// Orders places by time; equal times stay in the order of their places.
final class TimeOrder {

    private TimeOrder() {}

    static int[] of(long[] times, int count) {
        int[] order = new int[count];
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            sorted &= i == 0 || times[i - 1] <= times[i];
        }
        return sorted ? order : mergeSort(order, times);
    }

    private static int[] mergeSort(int[] order, long[] times) {
        int[] from = order;
        int[] to = new int[from.length];
        for (int width = 1; width < from.length; width *= 2) {
            for (int low = 0; low < from.length; low += 2 * width) {
                merge(from, to, times, low, Math.min(low + width, from.length), Math.min(low + 2 * width, from.length));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, long[] times, int low, int middle, int high) {
        int a = low;
        int b = middle;
        for (int i = low; i < high; i++) {
            boolean first = a < middle && (b >= high || times[from[a]] <= times[from[b]]);
            to[i] = first ? from[a++] : from[b++];
        }
    }
}
