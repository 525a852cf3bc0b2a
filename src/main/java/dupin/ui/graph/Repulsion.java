package dupin.ui.graph;

import java.util.Arrays;

/// What many bodies do to each other in about n·log n steps (Barnes and Hut): a body sees a far group of others as one, at
/// their centre of mass. Bodies lie in leaves of a few, and all of a leaf see the same groups, gathered into flat arrays that
/// the processor works off several at a time. Not thread-safe; one instance serves many rounds.
final class Repulsion {
    /// A group is far when its width is less than this part of its distance.
    private static final float OPENING = 1.2f;

    private static final int LEAF = 16;
    private static final int DEEPEST = 24;

    /// Keeps bodies at one place from flying apart without end.
    private static final float SOFT = 1;

    private final int count;
    private final float[] mass;

    /// Bodies in the order of the tree; leaves are runs of them.
    private final int[] order;

    private final int[] aside;
    private float[] centreX = new float[64];
    private float[] centreY = new float[64];
    private float[] weight = new float[64];
    private float[] size = new float[64];
    private int[] first = new int[64];
    private int[] end = new int[64];
    private int[] skip = new int[64];
    private boolean[] leaf = new boolean[64];
    private int nodes;
    private float[] seenX = new float[512];
    private float[] seenY = new float[512];
    private float[] seenMass = new float[512];
    private float[] pushX = new float[512];
    private float[] pushY = new float[512];
    private int seen;

    Repulsion(float[] mass) {
        this.mass = mass;
        count = mass.length;
        order = new int[count];
        aside = new int[count];
        Arrays.setAll(order, i -> i);
    }

    /// Adds to `fx`, `fy` what pushes each body: mass by mass over distance, away from the other.
    void push(float[] x, float[] y, float[] fx, float[] fy) {
        if (count == 0) {
            return;
        }
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        nodes = 0;
        build(0, count, left, top, Math.max(right - left, bottom - top) + 1, 0, x, y);
        for (int node = 0; node < nodes; node++) {
            if (leaf[node]) {
                look(node, x, y);
                for (int k = first[node]; k < end[node]; k++) {
                    feel(order[k], x, y, fx, fy);
                }
            }
        }
    }

    /// Makes the node for a run of bodies in a square, and those below it.
    private void build(int from, int to, float left, float top, float side, int depth, float[] x, float[] y) {
        int node = nodes++;
        if (node == centreX.length) {
            grow();
        }
        float m = 0;
        float sx = 0;
        float sy = 0;
        for (int k = from; k < to; k++) {
            int body = order[k];
            m += mass[body];
            sx += mass[body] * x[body];
            sy += mass[body] * y[body];
        }
        centreX[node] = sx / m;
        centreY[node] = sy / m;
        weight[node] = m;
        size[node] = side;
        first[node] = from;
        end[node] = to;
        leaf[node] = to - from <= LEAF || depth == DEEPEST;
        if (!leaf[node]) {
            float half = side / 2;
            float middleX = left + half;
            float middleY = top + half;
            int split = part(from, to, y, middleY);
            int upper = part(from, split, x, middleX);
            int lower = part(split, to, x, middleX);
            below(from, upper, left, top, half, depth, x, y);
            below(upper, split, middleX, top, half, depth, x, y);
            below(split, lower, left, middleY, half, depth, x, y);
            below(lower, to, middleX, middleY, half, depth, x, y);
        }
        skip[node] = nodes;
    }

    private void below(int from, int to, float left, float top, float side, int depth, float[] x, float[] y) {
        if (to > from) {
            build(from, to, left, top, side, depth + 1, x, y);
        }
    }

    /// Puts the bodies below the limit first, keeping the order among both parts.
    private int part(int from, int to, float[] at, float limit) {
        int low = from;
        int kept = 0;
        for (int k = from; k < to; k++) {
            int body = order[k];
            if (at[body] < limit) {
                order[low++] = body;
            } else {
                aside[kept++] = body;
            }
        }
        System.arraycopy(aside, 0, order, low, kept);
        return low;
    }

    /// Gathers what the bodies of a leaf see.
    private void look(int from, float[] x, float[] y) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int k = first[from]; k < end[from]; k++) {
            int body = order[k];
            left = Math.min(left, x[body]);
            right = Math.max(right, x[body]);
            top = Math.min(top, y[body]);
            bottom = Math.max(bottom, y[body]);
        }
        seen = 0;
        int node = 0;
        while (node < nodes) {
            float dx = Math.max(0, Math.max(left - centreX[node], centreX[node] - right));
            float dy = Math.max(0, Math.max(top - centreY[node], centreY[node] - bottom));
            if (size[node] * size[node] < OPENING * OPENING * (dx * dx + dy * dy)) {
                see(centreX[node], centreY[node], weight[node]);
                node = skip[node];
            } else if (leaf[node]) {
                for (int k = first[node]; k < end[node]; k++) {
                    see(x[order[k]], y[order[k]], mass[order[k]]);
                }
                node = skip[node];
            } else {
                node++;
            }
        }
    }

    private void see(float x, float y, float m) {
        if (seen == seenX.length) {
            int more = seen * 2;
            seenX = Arrays.copyOf(seenX, more);
            seenY = Arrays.copyOf(seenY, more);
            seenMass = Arrays.copyOf(seenMass, more);
            pushX = new float[more];
            pushY = new float[more];
        }
        seenX[seen] = x;
        seenY[seen] = y;
        seenMass[seen] = m;
        seen++;
    }

    private void feel(int body, float[] x, float[] y, float[] fx, float[] fy) {
        weigh(x[body], y[body], seen, seenX, seenY, seenMass, pushX, pushY);
        fx[body] += mass[body] * sum(pushX, seen);
        fy[body] += mass[body] * sum(pushY, seen);
    }

    /// One push per thing seen; no step hangs on another, so that several are done at once.
    private static void weigh(
            float x, float y, int n, float[] otherX, float[] otherY, float[] m, float[] toX, float[] toY) {
        for (int i = 0; i < n; i++) {
            float dx = x - otherX[i];
            float dy = y - otherY[i];
            float w = m[i] / (dx * dx + dy * dy + SOFT);
            toX[i] = dx * w;
            toY[i] = dy * w;
        }
    }

    /// Four sums side by side, which do not wait for each other.
    private static float sum(float[] values, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < n; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }

    private void grow() {
        int more = centreX.length * 2;
        centreX = Arrays.copyOf(centreX, more);
        centreY = Arrays.copyOf(centreY, more);
        weight = Arrays.copyOf(weight, more);
        size = Arrays.copyOf(size, more);
        first = Arrays.copyOf(first, more);
        end = Arrays.copyOf(end, more);
        skip = Arrays.copyOf(skip, more);
        leaf = Arrays.copyOf(leaf, more);
    }
}
