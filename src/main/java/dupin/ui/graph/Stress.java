package dupin.ui.graph;

import java.util.Arrays;

/// How far marks on the picture are from lying as far apart as they are in the graph, and ways to make it less. Of large
/// graphs only distances to a few pivots are looked at. Pure.
final class Stress {
    /// Up to so many marks all pairs are looked at.
    static final int ALL_PAIRS = 500;

    private static final int PIVOTS = 64;

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
        int next = 0;
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

    /// The strongest direction that is square to the other one, by repeated multiplication.
    private double[] direction(double[][] c, double[] other) {
        int many = pivots.length;
        double[] v = new double[many];
        Arrays.setAll(v, p -> 1 + (p * 7 % 11) / 11.0);
        double[] along = new double[count];
        for (int round = 0; round < 60; round++) {
            Arrays.fill(along, 0);
            for (int p = 0; p < many; p++) {
                for (int i = 0; i < count; i++) {
                    along[i] += c[p][i] * v[p];
                }
            }
            double shared = 0;
            for (int p = 0; p < many; p++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += c[p][i] * along[i];
                }
                v[p] = sum;
                shared += sum * other[p];
            }
            double length = 0;
            for (int p = 0; p < many; p++) {
                v[p] -= shared * other[p];
                length += v[p] * v[p];
            }
            if (length < 1e-18) {
                return v;
            }
            for (int p = 0; p < many; p++) {
                v[p] /= Math.sqrt(length);
            }
        }
        return v;
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
        double share = count / (double) Math.max(1, pivots.length);
        for (int round = 0; round < rounds; round++) {
            stop.check();
            for (int i = 0; i < count; i++) {
                double sumX = 0;
                double sumY = 0;
                double sum = 0;
                for (int p = 0; p < pivots.length; p++) {
                    int d = steps[p][i];
                    int other = pivots[p];
                    if (other == i) {
                        continue;
                    }
                    double dx = x[i] - x[other];
                    double dy = y[i] - y[other];
                    double distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
                    // Marks that no way joins only keep apart.
                    double wanted = d < 0 ? Math.max(distance, 2.5 * unit) : d * unit;
                    double w = d < 0 ? 0.05 : share / ((double) d * d);
                    double k = wanted / distance;
                    sumX += w * (x[other] + dx * k);
                    sumY += w * (y[other] + dy * k);
                    sum += w;
                }
                for (int k = 0; !all && k < links.degree(i); k++) {
                    int other = links.neighbour(i, k);
                    double dx = x[i] - x[other];
                    double dy = y[i] - y[other];
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
