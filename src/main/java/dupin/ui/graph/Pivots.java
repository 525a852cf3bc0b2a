package dupin.ui.graph;

import java.util.Arrays;

/// Marks that stand for the others when distances are looked at: of small graphs all, of larger ones some that lie far from
/// each other. Pure.
final class Pivots {
    /// Up to so many marks all are pivots.
    static final int ALL = 500;

    /// More would change little in what [PivotScaling] makes of them.
    private static final int SOME = 64;

    private final Links links;
    private final int count;

    /// Steps from each pivot to each mark; -1 where no way leads.
    private final short[][] steps;

    Pivots(Links links, int count) {
        this.links = links;
        this.count = count;
        boolean all = count <= ALL;
        steps = new short[all ? count : SOME][count];
        short[] nearest = new short[count];
        Arrays.fill(nearest, Short.MAX_VALUE);
        int next = all ? 0 : apart(nearest);
        for (int p = 0; p < steps.length; p++) {
            walk(links, all ? p : next, steps[p]);
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
        int least = Math.min(sizes[largest], count / steps.length);
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
        return steps.length;
    }

    /// Steps from the pivot to each mark; -1 where no way leads.
    short[] steps(int pivot) {
        return steps[pivot];
    }
}
