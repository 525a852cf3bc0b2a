package dupin.ui.graph;

import java.util.Arrays;

/// Lets marks of one layer change places, and takes single ones to free rows of their column, as long as the picture tells
/// distances better and no more edges cross. For each mark it asks where all others would want it, and tries in earnest only what
/// brings it nearer to that. Looks at all pairs, which pays for pictures that somebody reads whole. Pure.
final class StressSearch {
    private static final int PASSES = 3;

    /// How far beyond its own best place a mark asks: the others will follow it.
    private static final double BOLD = 4;

    /// What is gained must be this part of what is there, or the search would never rest.
    private static final double LEAST = 1e-5;

    private final Tangle tangle;
    private final double[] x;
    private final double[] y;

    /// One by the number of steps between two marks; 0 where no way leads.
    private final double[][] near;

    /// Over all pairs, of seen distance by steps, and of its square. The stress is least where sum²/squares is greatest.
    private double sum;

    private double squares;

    /// Places where all others would want each mark, and how heavily.
    private final double[] wishX;

    private final double[] wishY;
    private final double[] weight;

    /// What [#measure] found of one mark.
    private double partSum;

    private double partSquares;

    StressSearch(Tangle tangle) {
        this.tangle = tangle;
        x = tangle.x;
        y = tangle.y;
        int n = x.length;
        near = new double[n][n];
        wishX = new double[n];
        wishY = new double[n];
        weight = new double[n];
        short[] steps = new short[n];
        for (int i = 0; i < n; i++) {
            Pivots.walk(tangle.links, i, steps);
            for (int j = 0; j < n; j++) {
                near[i][j] = steps[j] > 0 ? 1.0 / steps[j] : 0;
            }
        }
    }

    /// @param layers marks of each
    /// @param row distance of two rows of a column
    void run(int[][] layers, double row, Stop stop) {
        double top = Arrays.stream(y).min().orElse(0);
        double bottom = Arrays.stream(y).max().orElse(0);
        for (int i = 0; i < x.length; i++) {
            measure(i, i);
            sum += partSum / 2;
            squares += partSquares / 2;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            stop.check();
            for (int i = 0; i < x.length; i++) {
                wish(i);
            }
            boolean any = false;
            for (int[] layer : layers) {
                for (int mark : layer) {
                    wish(mark);
                    any |= change(mark, layer);
                    any |= free(mark, layer, row, top, bottom);
                }
            }
            if (!any) {
                return;
            }
        }
    }

    /// Sums over the pairs of one mark, but for that with another.
    private void measure(int mark, int but) {
        double[] weights = near[mark];
        double atX = x[mark];
        double atY = y[mark];
        double sums = 0;
        double squared = 0;
        for (int j = 0; j < weights.length; j++) {
            double dx = (atX - x[j]) * weights[j];
            double dy = (atY - y[j]) * weights[j];
            double square = j == but ? 0 : dx * dx + dy * dy;
            squared += square;
            sums += Math.sqrt(square);
        }
        partSum = sums;
        partSquares = squared;
    }

    /// Where a mark's distances to all others would fit best, were it moved alone, and beyond; near ones count most.
    private void wish(int mark) {
        double[] weights = near[mark];
        double unit = squares == 0 ? 1 : squares / sum;
        double sumX = 0;
        double sumY = 0;
        double all = 0;
        for (int j = 0; j < weights.length; j++) {
            double dx = x[mark] - x[j];
            double dy = y[mark] - y[j];
            double seen = Math.sqrt(dx * dx + dy * dy);
            if (seen > 0 && weights[j] > 0) {
                double by = unit / (weights[j] * seen);
                double heavy = weights[j] * weights[j];
                sumX += heavy * (x[j] + dx * by);
                sumY += heavy * (y[j] + dy * by);
                all += heavy;
            }
        }
        weight[mark] = all;
        wishX[mark] = all == 0 ? x[mark] : x[mark] + BOLD * (sumX / all - x[mark]);
        wishY[mark] = all == 0 ? y[mark] : y[mark] + BOLD * (sumY / all - y[mark]);
    }

    private double off(int mark, double atX, double atY) {
        double dx = atX - wishX[mark];
        double dy = atY - wishY[mark];
        return weight[mark] * (dx * dx + dy * dy);
    }

    private boolean change(int mark, int[] layer) {
        boolean any = false;
        for (int other : layer) {
            double now = off(mark, x[mark], y[mark]) + off(other, x[other], y[other]);
            if (other != mark && off(mark, x[other], y[other]) + off(other, x[mark], y[mark]) < now) {
                int crossings = tangle.known(mark) + tangle.known(other);
                double sums = sum;
                double squared = squares;
                take(mark, other, -1);
                tangle.swap(mark, other);
                take(mark, other, 1);
                if (better(sums, squared) && tangle.crossAtMost(crossings, mark, other)) {
                    tangle.keep();
                    wish(mark);
                    wish(other);
                    any = true;
                } else {
                    tangle.swap(mark, other);
                    sum = sums;
                    squares = squared;
                }
            }
        }
        return any;
    }

    /// Takes a mark to the free row of its column that is nearest to where it is wanted.
    private boolean free(int mark, int[] layer, double row, double top, double bottom) {
        double from = y[mark];
        double best = from;
        for (double to = from - Math.floor((from - top) / row) * row; to <= bottom; to += row) {
            if (Math.abs(to - wishY[mark]) < Math.abs(best - wishY[mark]) && isFree(layer, x[mark], to)) {
                best = to;
            }
        }
        if (best == from) {
            return false;
        }
        int crossings = tangle.known(mark);
        double sums = sum;
        double squared = squares;
        take(mark, mark, -1);
        tangle.move(mark, best);
        take(mark, mark, 1);
        if (better(sums, squared) && tangle.crossAtMost(crossings, mark, mark)) {
            tangle.keep();
            return true;
        }
        tangle.move(mark, from);
        sum = sums;
        squares = squared;
        return false;
    }

    private boolean isFree(int[] layer, double column, double height) {
        for (int other : layer) {
            if (x[other] == column && Math.abs(y[other] - height) < 1) {
                return false;
            }
        }
        return true;
    }

    /// Adds the pairs of two marks to the sums, or takes them away.
    private void take(int a, int b, int sign) {
        measure(a, b);
        sum += sign * partSum;
        squares += sign * partSquares;
        if (a != b) {
            measure(b, a);
            sum += sign * partSum;
            squares += sign * partSquares;
        }
    }

    private boolean better(double sums, double squared) {
        return sum * sum * squared > sums * sums * squares * (1 + LEAST);
    }
}
