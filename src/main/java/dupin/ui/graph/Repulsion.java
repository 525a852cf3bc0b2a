package dupin.ui.graph;

import java.util.Arrays;

/// What many bodies do to each other in about n·log n steps (Barnes and Hut): a body sees a far group of others as one, at
/// their centre of mass. Bodies lie in leaves of a few, and all of a leaf see the same groups, gathered into flat arrays that
/// the processor works off several at a time. Not thread-safe; one instance serves many rounds.
final class Repulsion {
    /// A group is far when its width is less than so many times its distance from the leaf.
    private static final float OPENING = 1.8f;

    private static final int LEAF = 48;
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

    /// Places and masses in that order.
    private final float[] bodyX;

    private final float[] bodyY;
    private final float[] bodyMass;

    /// What the bodies of one leaf see, and how it pushes one of them.
    private final float[] seenX;

    private final float[] seenY;
    private final float[] seenMass;
    private final float[] pushX;
    private final float[] pushY;

    Repulsion(float[] mass) {
        this.mass = mass;
        count = mass.length;
        order = new int[count];
        aside = new int[count];
        bodyX = new float[count];
        bodyY = new float[count];
        bodyMass = new float[count];
        seenX = new float[count];
        seenY = new float[count];
        seenMass = new float[count];
        pushX = new float[count];
        pushY = new float[count];
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
        for (int k = 0; k < count; k++) {
            int body = order[k];
            bodyX[k] = x[body];
            bodyY[k] = y[body];
            bodyMass[k] = mass[body];
        }
        for (int node = 0; node < nodes; node++) {
            if (leaf[node]) {
                int seen = look(node);
                for (int k = first[node]; k < end[node]; k++) {
                    feel(k, seen, fx, fy);
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
    ///
    /// @return how much it is: never more than there are bodies
    private int look(int from) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int k = first[from]; k < end[from]; k++) {
            left = Math.min(left, bodyX[k]);
            right = Math.max(right, bodyX[k]);
            top = Math.min(top, bodyY[k]);
            bottom = Math.max(bottom, bodyY[k]);
        }
        float middleX = (left + right) / 2;
        float middleY = (top + bottom) / 2;
        float halfX = (right - left) / 2;
        float halfY = (bottom - top) / 2;
        float[] atX = centreX;
        float[] atY = centreY;
        float[] wide = size;
        int seen = 0;
        int node = 0;
        while (node < nodes) {
            float dx = Math.abs(atX[node] - middleX) - halfX;
            float dy = Math.abs(atY[node] - middleY) - halfY;
            dx = dx > 0 ? dx : 0;
            dy = dy > 0 ? dy : 0;
            if (wide[node] * wide[node] < OPENING * OPENING * (dx * dx + dy * dy)) {
                seenX[seen] = atX[node];
                seenY[seen] = atY[node];
                seenMass[seen++] = weight[node];
                node = skip[node];
            } else if (leaf[node]) {
                int begin = first[node];
                int many = end[node] - begin;
                System.arraycopy(bodyX, begin, seenX, seen, many);
                System.arraycopy(bodyY, begin, seenY, seen, many);
                System.arraycopy(bodyMass, begin, seenMass, seen, many);
                seen += many;
                node = skip[node];
            } else {
                node++;
            }
        }
        return seen;
    }

    /// Adds the push on one body, given by its place in the tree's order.
    private void feel(int at, int seen, float[] fx, float[] fy) {
        weigh(bodyX[at], bodyY[at], seen, seenX, seenY, seenMass, pushX, pushY);
        // Eight sums side by side, which do not wait for each other.
        float x0 = 0;
        float x1 = 0;
        float x2 = 0;
        float x3 = 0;
        float y0 = 0;
        float y1 = 0;
        float y2 = 0;
        float y3 = 0;
        int i = 0;
        for (; i < seen - 3; i += 4) {
            x0 += pushX[i];
            y0 += pushY[i];
            x1 += pushX[i + 1];
            y1 += pushY[i + 1];
            x2 += pushX[i + 2];
            y2 += pushY[i + 2];
            x3 += pushX[i + 3];
            y3 += pushY[i + 3];
        }
        for (; i < seen; i++) {
            x0 += pushX[i];
            y0 += pushY[i];
        }
        fx[order[at]] += bodyMass[at] * (x0 + x1 + (x2 + x3));
        fy[order[at]] += bodyMass[at] * (y0 + y1 + (y2 + y3));
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
