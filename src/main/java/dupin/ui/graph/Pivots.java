package dupin.ui.graph;

import java.util.Arrays;

/// Marks that stand for the others when distances are looked at: of small graphs all, of larger ones some that lie far from
/// each other, each with the region of marks that it is nearest to. Pure.
final class Pivots {
    /// Up to so many marks all are pivots.
    static final int ALL = 500;

    private static final int MOST = 256;
    private static final int LEAST = 64;

    /// Distances that are kept, about, where all are too many.
    private static final int KEPT = 1_000_000;

    private final Links links;
    private final int count;
    private final int[] marks;

    /// Steps from each pivot to each mark; -1 where no way leads.
    private final short[][] steps;

    Pivots(Links links, int count) {
        this.links = links;
        this.count = count;
        boolean all = count <= ALL;
        marks = new int[all ? count : Math.clamp(KEPT / count, LEAST, MOST)];
        steps = new short[marks.length][count];
        short[] nearest = new short[count];
        Arrays.fill(nearest, Short.MAX_VALUE);
        int next = all ? 0 : apart(nearest);
        for (int p = 0; p < marks.length; p++) {
            marks[p] = all ? p : next;
            walk(links, marks[p], steps[p]);
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
        int least = Math.min(sizes[largest], count / marks.length);
        for (int i = 0; i < count; i++) {
            if (sizes[piece[i]] < least) {
                nearest[i] = 0;
            }
        }
        return largest;
    }

    /// Steps from one mark to each, as far as a way leads; -1 elsewhere.
    static void walk(Links links, int start, short[] to) {
        Arrays.fill(to, (short) -1);
        int[] queue = new int[to.length];
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

    int many() {
        return marks.length;
    }

    int mark(int pivot) {
        return marks[pivot];
    }

    /// Steps from the pivot to each mark; -1 where no way leads.
    short[] steps(int pivot) {
        return steps[pivot];
    }

    /// What the way to a pivot weighs, by pivot and steps: the square of the steps makes it less; marks near the pivot,
    /// for which it stands, make it more (sparse stress after Ortmann, Klimenta and Brandes). Where all are pivots each stands for itself.
    double[][] weights() {
        int far = 0;
        for (short[] row : steps) {
            for (short d : row) {
                far = Math.max(far, d);
            }
        }
        double[][] weights = new double[marks.length][far + 1];
        int[][] within = region(far);
        for (int p = 0; p < marks.length; p++) {
            for (int d = 1; d <= far; d++) {
                weights[p][d] = within[p][d / 2] / ((double) d * d);
            }
        }
        return weights;
    }

    /// How many marks of the region of each pivot lie within so many steps of it.
    private int[][] region(int far) {
        int[][] within = new int[marks.length][far + 1];
        for (int i = 0; i < count; i++) {
            int nearest = -1;
            for (int p = 0; p < marks.length; p++) {
                if (steps[p][i] >= 0 && (nearest < 0 || steps[p][i] < steps[nearest][i])) {
                    nearest = p;
                }
            }
            if (nearest >= 0) {
                within[nearest][steps[nearest][i]]++;
            }
        }
        for (int[] row : within) {
            for (int d = 1; d <= far; d++) {
                row[d] += row[d - 1];
            }
        }
        return within;
    }
}
