package dupin.ui.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Moves marks apart until each has room for itself and its name: the picture grows until there is room, then all that are too
/// near push each other a little, which keeps the shape; what is left finds a free place nearby. In pictures with too many
/// marks to read their names each gets room for itself alone, as far as pushing goes. Pure.
final class Spacing {
    private static final int ROUNDS = 40;

    /// Up to so many marks names have room, too.
    private static final int NAMED = 500;

    /// Larger pictures only grow: looking at all that lie near would take seconds.
    private static final int LARGE = 3_000;

    /// Room of a mark without its name.
    private static final double MARK = 2 * MarkArt.RADIUS + 8;

    /// How much of the picture's area marks and names may need; the more, the more its shape suffers.
    private static final double FULL = 0.35;

    /// The same where they are too many to be read, and nobody sees the whole picture near.
    private static final double FULL_OF_MANY = 0.12;

    private Spacing() {}

    static void apart(double[] x, double[] y, Stop stop) {
        int n = x.length;
        double wide = n <= NAMED ? FreeSpots.WIDE : MARK;
        double high = n <= NAMED ? FreeSpots.HIGH : MARK;
        grow(x, y, wide * high / (n <= NAMED ? FULL : FULL_OF_MANY));
        if (n > LARGE) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            stop.check();
            if (!push(x, y, wide, high)) {
                return;
            }
        }
        if (n <= NAMED) {
            settle(x, y);
        }
    }

    private static void grow(double[] x, double[] y, double room) {
        var across = Arrays.stream(x).summaryStatistics();
        var down = Arrays.stream(y).summaryStatistics();
        double area = (across.getMax() - across.getMin()) * (down.getMax() - down.getMin());
        double wanted = x.length * room;
        if (area > 0 && area < wanted) {
            double by = Math.sqrt(wanted / area);
            Arrays.setAll(x, i -> x[i] * by);
            Arrays.setAll(y, i -> y[i] * by);
        }
    }

    /// Gives each mark the nearest free place, those in the middle first.
    private static void settle(double[] x, double[] y) {
        var spots = new FreeSpots();
        double middleX = Arrays.stream(x).average().orElse(0);
        double middleY = Arrays.stream(y).average().orElse(0);
        int[] order =
                IntStream.range(0, x.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> Math.hypot(x[i] - middleX, y[i] - middleY)))
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
    private static boolean push(double[] x, double[] y, double roomX, double roomY) {
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
                if (y[b] - y[a] >= roomY * 2) {
                    break;
                }
                double high = roomY - Math.abs(y[b] - y[a]);
                double wide = roomX - Math.abs(x[b] - x[a]);
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
