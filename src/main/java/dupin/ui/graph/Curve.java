package dupin.ui.graph;

/// A cubic Bézier curve: from point 1 over the control points a and b to point 2.
record Curve(double x1, double y1, double ax, double ay, double bx, double by, double x2, double y2) {

    /// Radius of a mark with some air, in world units: edges end there.
    static final double CLEAR = 27;

    private static final double STEP = StoryLayout.COLUMN;

    /// The curve between two marks. Long ones bow so as not to run through the marks of their row (upwards, for labels lie below); `bend` keeps several
    /// between the same marks apart.
    static Curve between(double x1, double y1, double x2, double y2, double bend) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        if (Math.abs(dx) < STEP * 0.4) {
            if (Math.abs(dy) < StoryLayout.ROW * 1.3 && bend == 0) {
                double side = Math.signum(dy);
                return new Curve(x1, y1 + side * CLEAR, x1, y1 + dy / 2, x2, y2 - dy / 2, x2, y2 - side * CLEAR);
            }
            double bow = STEP * 0.4 + Math.abs(bend);
            return new Curve(x1 + CLEAR, y1, x1 + bow, y1 + dy * 0.15, x2 + bow, y2 - dy * 0.15, x2 + CLEAR, y2);
        }
        double side = Math.signum(dx);
        boolean far = Math.abs(dx) > STEP * 2.6 && Math.abs(dy) < StoryLayout.ROW * 0.4;
        double bow = bend - (far ? 0.4 * StoryLayout.ROW : 0);
        double reach = dx * 0.45;
        return new Curve(x1 + side * CLEAR, y1, x1 + reach, y1 + bow, x2 - reach, y2 + bow, x2 - side * CLEAR, y2);
    }

    double x(double t) {
        double s = 1 - t;
        return s * s * s * x1 + 3 * s * s * t * ax + 3 * s * t * t * bx + t * t * t * x2;
    }

    double y(double t) {
        double s = 1 - t;
        return s * s * s * y1 + 3 * s * s * t * ay + 3 * s * t * t * by + t * t * t * y2;
    }

    Curve seenIn(GraphViewport v) {
        return new Curve(
                v.screenX(x1),
                v.screenY(y1),
                v.screenX(ax),
                v.screenY(ay),
                v.screenX(bx),
                v.screenY(by),
                v.screenX(x2),
                v.screenY(y2));
    }

    /// Square of the distance of a point, by a polyline of a dozen pieces.
    double distanceSquared(double px, double py) {
        double best = Double.MAX_VALUE;
        double fromX = x1;
        double fromY = y1;
        for (int i = 1; i <= 12; i++) {
            double toX = x(i / 12.0);
            double toY = y(i / 12.0);
            double dx = toX - fromX;
            double dy = toY - fromY;
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.clamp(((px - fromX) * dx + (py - fromY) * dy) / length, 0, 1);
            double ex = fromX + t * dx - px;
            double ey = fromY + t * dy - py;
            best = Math.min(best, ex * ex + ey * ey);
            fromX = toX;
            fromY = toY;
        }
        return best;
    }
}
