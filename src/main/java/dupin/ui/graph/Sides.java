package dupin.ui.graph;

/// The sides of a polygon without dents, and how far points of one row lie outside of them.
final class Sides {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;

    /// Of each side the direction outwards, x and y, and how far it lies that way.
    private final float[] across;

    private final float[] down;
    private final float[] far;

    /// Of each side, how far it lies from where the row begins; negative inside.
    private final float[] inRow;

    /// @param points x and y by turns
    Sides(float[] points) {
        int corners = points.length / 2;
        across = new float[corners];
        down = new float[corners];
        far = new float[corners];
        inRow = new float[corners];
        float area = 0;
        for (int i = 0; i < corners; i++) {
            float x = points[2 * i];
            float y = points[2 * i + 1];
            int next = (i + 1) % corners;
            float dx = points[2 * next] - x;
            float dy = points[2 * next + 1] - y;
            float length = Math.max(1e-6f, (float) Math.sqrt(dx * dx + dy * dy));
            across[i] = dy / length;
            down[i] = -dx / length;
            area += x * points[2 * next + 1] - points[2 * next] * y;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        float turn = Math.signum(area);
        for (int i = 0; i < corners; i++) {
            across[i] *= turn;
            down[i] *= turn;
            far[i] = across[i] * points[2 * i] + down[i] * points[2 * i + 1];
        }
    }

    /// All that is asked from now on is about this row.
    void row(float y) {
        for (int i = 0; i < inRow.length; i++) {
            inRow[i] = down[i] * y - far[i];
        }
    }

    /// How far a point of the row lies outside; negative inside.
    float out(float x) {
        float out = -Float.MAX_VALUE;
        for (int i = 0; i < inRow.length; i++) {
            out = Math.max(out, inRow[i] + across[i] * x);
        }
        return out;
    }

    /// Where the row comes to lie no farther outside than this; the largest number where it never does.
    float begins(float most) {
        float from = -Float.MAX_VALUE;
        for (int i = 0; i < inRow.length; i++) {
            if (across[i] < 0) {
                from = Math.max(from, (most - inRow[i]) / across[i]);
            } else if (across[i] == 0 && inRow[i] > most) {
                return Float.MAX_VALUE;
            }
        }
        return from;
    }

    /// Where, right of there, the row lies farther outside again.
    float ends(float most) {
        float to = Float.MAX_VALUE;
        for (int i = 0; i < inRow.length; i++) {
            if (across[i] > 0) {
                to = Math.min(to, (most - inRow[i]) / across[i]);
            }
        }
        return to;
    }
}
