package dupin.ui.graph;

import java.util.Arrays;

/// How far marks on the picture are from lying as far apart as they are in the graph, and ways to make it less. Of large
/// graphs only distances to a few pivots are looked at. Pure.
final class Stress {
    /// Up to so many marks all pairs are looked at.
    static final int ALL_PAIRS = 500;

    private static final int PIVOTS = 64;

    /// Directions that turn less from one round to the next are found.
    private static final double STILL = 1e-3;

    /// What an edge weighs beside the pivots.
    private static final double NEIGHBOUR = 8;

    private final Links links;
    private final int count;
    private final int[] pivots;

    /// Steps from each pivot to each mark; -1 where no way leads.
    private final short[][] steps;

    Stress(Links links, int count) {
        this(links, count, count <= ALL_PAIRS ? count : PIVOTS);
    }

    private Stress(Links links, int count, int many) {
        this.links = links;
        this.count = count;
        pivots = new int[Math.min(many, count)];
        steps = new short[pivots.length][count];
        short[] nearest = new short[count];
        Arrays.fill(nearest, Short.MAX_VALUE);
        boolean all = pivots.length == count;
        int next = all ? 0 : apart(nearest);
        for (int p = 0; p < pivots.length; p++) {
            pivots[p] = all ? p : next;
            walk(pivots[p], steps[p]);
            for (int i = 0; !all && i < count; i++) {
                short far = steps[p][i] < 0 ? Short.MAX_VALUE - 1 : steps[p][i];
                nearest[i] = (short) Math.min(nearest[i], far);
                next = nearest[i] > nearest[next] ? i : next;
            }
        }
    }

    /// Marks in small pieces of the graph make no pivots, which would tell nothing of the rest: their `nearest` becomes 0.
    ///
    /// @return a mark of the largest piece
    private int apart(short[] nearest) {
        var piece = new int[count];
        var sizes = new int[count];
        var queue = new int[count];
        Arrays.fill(piece, -1);
        int largest = 0;
        for (int i = 0; i < count; i++) {
            if (piece[i] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = i;
            piece[i] = i;
            for (int head = 0; head < tail; head++) {
                for (int k = 0; k < links.degree(queue[head]); k++) {
                    int other = links.neighbour(queue[head], k);
                    if (piece[other] < 0) {
                        piece[other] = i;
                        queue[tail++] = other;
                    }
                }
            }
            sizes[i] = tail;
            largest = tail > sizes[largest] ? i : largest;
        }
        int least = Math.min(sizes[largest], count / PIVOTS);
        for (int i = 0; i < count; i++) {
            if (sizes[piece[i]] < least) {
                nearest[i] = 0;
            }
        }
        return largest;
    }

    private void walk(int start, short[] to) {
        Arrays.fill(to, (short) -1);
        int[] queue = new int[count];
        int head = 0;
        int tail = 0;
        to[start] = 0;
        queue[tail++] = start;
        while (head < tail) {
            int node = queue[head++];
            for (int k = 0; k < links.degree(node); k++) {
                int other = links.neighbour(node, k);
                if (to[other] < 0) {
                    to[other] = (short) Math.min(to[node] + 1, Short.MAX_VALUE - 2);
                    queue[tail++] = other;
                }
            }
        }
    }

    /// Places by the two strongest directions in which the distances differ (pivot scaling after Brandes and Pich), turned
    /// so that `rightwards` grows from left to right. Small changes of a graph change it little: nothing in it is drawn by lot.
    void start(double[] rightwards, double unit, double[] x, double[] y) {
        int many = pivots.length;
        double[][] c = centred();
        double[] one = direction(c, new double[many]);
        double[] two = direction(c, one);
        for (int i = 0; i < count; i++) {
            double sx = 0;
            double sy = 0;
            for (int p = 0; p < many; p++) {
                sx += c[p][i] * one[p];
                sy += c[p][i] * two[p];
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
    private double[][] centred() {
        int far = 1;
        for (short[] row : steps) {
            for (short d : row) {
                far = Math.max(far, d + 1);
            }
        }
        int many = pivots.length;
        double[][] c = new double[many][count];
        double[] ofMark = new double[count];
        double whole = 0;
        for (int p = 0; p < many; p++) {
            for (int i = 0; i < count; i++) {
                double d = steps[p][i] < 0 ? far : steps[p][i];
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
    private double[] direction(double[][] c, double[] other) {
        int many = pivots.length;
        double[] v = new double[many];
        Arrays.setAll(v, p -> 1 + (p * 7 % 11) / 11.0);
        double[] along = new double[count];
        double[] before = new double[many];
        for (int round = 0; round < 60; round++) {
            Arrays.fill(along, 0);
            for (int p = 0; p < many; p++) {
                double[] row = c[p];
                double by = v[p];
                for (int i = 0; i < count; i++) {
                    along[i] += row[i] * by;
                }
            }
            double shared = 0;
            for (int p = 0; p < many; p++) {
                before[p] = v[p];
                v[p] = product(c[p], along);
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

    /// Moves the marks for less stress, each to where the distances to the others would have it (localised majorisation).
    ///
    /// @param unit distance on the picture of two marks that an edge joins
    void ease(double[] x, double[] y, double unit, int rounds, Stop stop) {
        boolean all = pivots.length == count;
        double[] weights = weights();
        for (int round = 0; round < rounds; round++) {
            stop.check();
            for (int i = 0; i < count; i++) {
                double atX = x[i];
                double atY = y[i];
                double sumX = 0;
                double sumY = 0;
                double sum = 0;
                for (int p = 0; p < pivots.length; p++) {
                    // Equal for both ends where all are pivots; then one row holds all of a mark.
                    int d = all ? steps[i][p] : steps[p][i];
                    int other = pivots[p];
                    if (other == i) {
                        continue;
                    }
                    double dx = atX - x[other];
                    double dy = atY - y[other];
                    double distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                    // Marks that no way joins only keep apart.
                    double wanted = d < 0 ? Math.max(distance, 2.5 * unit) : d * unit;
                    double w = d < 0 ? 0.05 : weights[d];
                    double k = w * (wanted / distance);
                    sumX += w * x[other] + dx * k;
                    sumY += w * y[other] + dy * k;
                    sum += w;
                }
                for (int k = 0; !all && k < links.degree(i); k++) {
                    int other = links.neighbour(i, k);
                    double dx = atX - x[other];
                    double dy = atY - y[other];
                    double part = unit / (Math.sqrt(dx * dx + dy * dy) + 1e-9);
                    sumX += NEIGHBOUR * (x[other] + dx * part);
                    sumY += NEIGHBOUR * (y[other] + dy * part);
                    sum += NEIGHBOUR;
                }
                if (sum > 0) {
                    x[i] = sumX / sum;
                    y[i] = sumY / sum;
                }
            }
        }
    }

    /// What a pair weighs, by the steps between its marks.
    private double[] weights() {
        int far = 0;
        for (short[] row : steps) {
            for (short d : row) {
                far = Math.max(far, d);
            }
        }
        double share = count / (double) Math.max(1, pivots.length);
        double[] weights = new double[far + 1];
        for (int d = 1; d <= far; d++) {
            weights[d] = share / ((double) d * d);
        }
        return weights;
    }

    /// Sum over pairs of (1 - s·seen/steps)², by the number of pairs, at the scale that suits best: 0 for a picture that
    /// tells every distance, 1 for a point. Of large graphs a sample of pairs.
    double of(GraphPositions at) {
        double ratio = 0;
        double squares = 0;
        long pairs = 0;
        for (int p = 0; p < pivots.length; p++) {
            for (int i = 0; i < count; i++) {
                if (steps[p][i] > 0) {
                    double r = Math.hypot(at.x(i) - at.x(pivots[p]), at.y(i) - at.y(pivots[p])) / steps[p][i];
                    ratio += r;
                    squares += r * r;
                    pairs++;
                }
            }
        }
        return pairs == 0 || squares == 0 ? 0 : 1 - ratio * ratio / (pairs * squares);
    }
}
