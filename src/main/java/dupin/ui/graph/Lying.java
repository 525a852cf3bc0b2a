package dupin.ui.graph;

import java.util.Arrays;

/// Turns a picture until it is as wide and low as a window. Pure.
final class Lying {
    /// Ways to turn it that are tried, over half a circle.
    private static final int TURNS = 36;

    private Lying() {}

    /// @param rightwards what grows from left to right rather than from right to left
    /// @param scale of the picture, which is made in passing
    static void down(double[] x, double[] y, double[] rightwards, double scale) {
        double best = 0;
        double turn = 0;
        for (int t = 0; t < TURNS; t++) {
            double angle = Math.PI * t / TURNS;
            double shape =
                    across(x, y, Math.cos(angle), Math.sin(angle)) / across(x, y, -Math.sin(angle), Math.cos(angle));
            if (shape > best) {
                best = shape;
                turn = angle;
            }
        }
        double mean = Arrays.stream(rightwards).average().orElse(0);
        double cos = Math.cos(turn) * scale;
        double sin = Math.sin(turn) * scale;
        double grows = 0;
        for (int i = 0; i < x.length; i++) {
            grows += (rightwards[i] - mean) * (x[i] * cos + y[i] * sin);
        }
        // Turned upside down, not mirrored: the picture stays what it was.
        double way = grows < 0 ? -1 : 1;
        for (int i = 0; i < x.length; i++) {
            double along = x[i] * cos + y[i] * sin;
            y[i] = way * (y[i] * cos - x[i] * sin);
            x[i] = way * along;
        }
    }

    /// How far the picture reaches in a direction.
    private static double across(double[] x, double[] y, double dx, double dy) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            double along = x[i] * dx + y[i] * dy;
            least = Math.min(least, along);
            most = Math.max(most, along);
        }
        return most - least + 1e-9;
    }
}
