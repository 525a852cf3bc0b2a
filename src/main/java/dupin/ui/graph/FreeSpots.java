package dupin.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places that are taken, and the nearest one to a wish that is not: every mark keeps room for its name. Pure.
final class FreeSpots {
    /// Room of a mark with its name, in world units.
    static final double WIDE = StoryLayout.COLUMN * 0.92;

    static final double HIGH = StoryLayout.ROW * 0.84;
    private static final double TURN = 0.55;

    private final Map<Long, List<double[]>> cells = new HashMap<>();

    void take(double x, double y) {
        cells.computeIfAbsent(cell(Math.floor(x / WIDE), Math.floor(y / HIGH)), _ -> new ArrayList<>(2))
                .add(new double[] {x, y});
    }

    boolean free(double x, double y) {
        double column = Math.floor(x / WIDE);
        double row = Math.floor(y / HIGH);
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (double[] other : cells.getOrDefault(cell(column + i, row + j), List.of())) {
                    if (Math.abs(other[0] - x) < WIDE - 1e-6 && Math.abs(other[1] - y) < HIGH - 1e-6) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// Takes the free place that is found first on a spiral around the wish.
    ///
    /// @return x and y
    double[] takeNear(double x, double y) {
        double atX = x;
        double atY = y;
        for (int k = 0; !free(atX, atY); k++) {
            double angle = TURN * k / Math.sqrt(1 + k * 0.05);
            double far = 0.16 * Math.sqrt(1 + k) * (1 + k * 0.002);
            atX = x + Math.cos(angle) * far * WIDE;
            atY = y + Math.sin(angle) * far * HIGH;
        }
        take(atX, atY);
        return new double[] {atX, atY};
    }

    private static long cell(double column, double row) {
        return Math.round(column) * 1_000_003 + Math.round(row);
    }
}
