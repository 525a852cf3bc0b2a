package dupin.ui.graph;

import java.util.Arrays;

/// Moves marks apart until each has room for itself and its name: first all that are too near push each other a little, which
/// keeps the shape; what is left then finds a free place nearby. Pure.
final class Spacing {
    private static final int ROUNDS = 40;

    /// Larger pictures stay as they are: nobody reads names in them, and looking at all pairs would take minutes.
    private static final int LARGE = 3_000;

    private Spacing() {}

    static void apart(double[] x, double[] y, Stop stop) {
        int n = x.length;
        if (n > LARGE) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            stop.check();
            if (!push(x, y)) {
                return;
            }
        }
        var spots = new FreeSpots();
        double middleX = Arrays.stream(x).average().orElse(0);
        double middleY = Arrays.stream(y).average().orElse(0);
        int[] order =
                java.util.stream.IntStream.range(0, n)
                        .boxed()
                        .sorted(java.util.Comparator.comparingDouble(i -> Math.hypot(x[i] - middleX, y[i] - middleY)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i : order) {
            double[] at = spots.takeNear(x[i], y[i]);
            x[i] = at[0];
            y[i] = at[1];
        }
    }

    /// Each mark looks at those that are sorted near it by height.
    ///
    /// @return whether any two were too near
    private static boolean push(double[] x, double[] y) {
        int n = x.length;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = Math.round(y[i] * 16) << 24 | i;
        }
        Arrays.sort(keys);
        boolean any = false;
        for (int k = 0; k < n; k++) {
            int a = (int) (keys[k] & 0xff_ffff);
            for (int l = k + 1; l < n; l++) {
                int b = (int) (keys[l] & 0xff_ffff);
                if (y[b] - y[a] >= FreeSpots.HIGH * 2) {
                    break;
                }
                double high = FreeSpots.HIGH - Math.abs(y[b] - y[a]);
                double wide = FreeSpots.WIDE - Math.abs(x[b] - x[a]);
                if (high > 1e-6 && wide > 1e-6) {
                    any = true;
                    if (high <= wide) {
                        double by = (high / 2 + 0.01) * (y[b] < y[a] ? -1 : 1);
                        y[a] -= by;
                        y[b] += by;
                    } else {
                        double by = (wide / 2 + 0.01) * (x[b] < x[a] ? -1 : 1);
                        x[a] -= by;
                        x[b] += by;
                    }
                }
            }
        }
        return any;
    }
}
