package dupin.ui.graph;

import java.util.Arrays;

/// Places by the two strongest directions in which the distances to pivots differ (after Brandes and Pich), turned so that
/// what is given grows from left to right. Small changes of a graph change it little: nothing in it is drawn by lot. Pure.
final class PivotScaling {
    private static final int ROUNDS = 60;

    /// Directions that turn less from one round to the next are found.
    private static final double STILL = 1e-3;

    private final Links links;
    private final int count;
    private final double[][] distances;

    PivotScaling(Links links, Pivots pivots, int count) {
        this.links = links;
        this.count = count;
        distances = centred(pivots);
    }

    /// @param rightwards what grows from left to right
    /// @param unit distance, in the mean, of marks that an edge joins
    void place(double[] rightwards, double unit, double[] x, double[] y) {
        int many = distances.length;
        double[] one = direction(new double[many]);
        double[] two = direction(one);
        for (int i = 0; i < count; i++) {
            double sx = 0;
            double sy = 0;
            for (int p = 0; p < many; p++) {
                sx += distances[p][i] * one[p];
                sy += distances[p][i] * two[p];
            }
            x[i] = sx;
            y[i] = sy;
        }
        double seen = 0;
        double wanted = 0;
        for (int e = 0; e < links.count(); e++) {
            seen += Math.hypot(x[links.from[e]] - x[links.to[e]], y[links.from[e]] - y[links.to[e]]);
            wanted += unit;
        }
        turn(rightwards, seen < 1e-9 ? 1 : wanted / seen, x, y);
    }

    /// Squared distances with the means of rows and columns taken out; marks without a way lie a step beyond the farthest.
    private double[][] centred(Pivots pivots) {
        int many = pivots.many();
        int far = 1;
        for (int p = 0; p < many; p++) {
            for (short d : pivots.steps(p)) {
                far = Math.max(far, d + 1);
            }
        }
        double[][] c = new double[many][count];
        double[] ofMark = new double[count];
        double whole = 0;
        for (int p = 0; p < many; p++) {
            short[] steps = pivots.steps(p);
            for (int i = 0; i < count; i++) {
                double d = steps[i] < 0 ? far : steps[i];
                c[p][i] = d * d;
                ofMark[i] += c[p][i] / many;
                whole += c[p][i] / many / count;
            }
        }
        for (double[] row : c) {
            double mean = Arrays.stream(row).average().orElse(0);
            for (int i = 0; i < count; i++) {
                row[i] = (mean + ofMark[i] - whole - row[i]) / 2;
            }
        }
        return c;
    }

    /// The strongest direction that is square to the other one, by repeated multiplication until it hardly turns.
    private double[] direction(double[] other) {
        int many = distances.length;
        double[] v = new double[many];
        Arrays.setAll(v, p -> 1 + (p * 7 % 11) / 11.0);
        double[] along = new double[count];
        double[] before = new double[many];
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.fill(along, 0);
            for (int p = 0; p < many; p++) {
                double[] row = distances[p];
                double by = v[p];
                for (int i = 0; i < count; i++) {
                    along[i] += row[i] * by;
                }
            }
            double shared = 0;
            for (int p = 0; p < many; p++) {
                before[p] = v[p];
                v[p] = product(distances[p], along);
                shared += v[p] * other[p];
            }
            double length = 0;
            for (int p = 0; p < many; p++) {
                v[p] -= shared * other[p];
                length += v[p] * v[p];
            }
            if (length < 1e-18) {
                return v;
            }
            double turned = 0;
            for (int p = 0; p < many; p++) {
                v[p] /= Math.sqrt(length);
                turned = Math.max(turned, Math.abs(v[p] - before[p]));
            }
            if (turned < STILL) {
                return v;
            }
        }
        return v;
    }

    /// Four sums side by side, which do not wait for each other.
    private static double product(double[] one, double[] two) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < one.length - 3; i += 4) {
            a += one[i] * two[i];
            b += one[i + 1] * two[i + 1];
            c += one[i + 2] * two[i + 2];
            d += one[i + 3] * two[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * two[i];
        }
        return a + b + (c + d);
    }

    private void turn(double[] rightwards, double scale, double[] x, double[] y) {
        double mean = Arrays.stream(rightwards).average().orElse(0);
        double gx = 0;
        double gy = 0;
        for (int i = 0; i < count; i++) {
            gx += (rightwards[i] - mean) * x[i];
            gy += (rightwards[i] - mean) * y[i];
        }
        double length = Math.hypot(gx, gy);
        double cos = length < 1e-9 ? 1 : gx / length;
        double sin = length < 1e-9 ? 0 : gy / length;
        double first = 0;
        for (int i = 0; i < count; i++) {
            double turnedX = x[i] * cos + y[i] * sin;
            double turnedY = y[i] * cos - x[i] * sin;
            x[i] = turnedX * scale;
            y[i] = turnedY * scale;
            first += y[i] * (2.0 * i / count - 1);
        }
        for (int i = 0; first < 0 && i < count; i++) {
            y[i] = -y[i];
        }
    }
}
