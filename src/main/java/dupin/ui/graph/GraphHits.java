package dupin.ui.graph;

/// What lies under a point. Marks are found through a grid over the world, edges by looking at the hulls of all of them, which
/// takes a fraction of a millisecond for a hundred thousand. Built once per picture.
final class GraphHits {
    private static final double CELL = 96;

    /// More cells than this part of the marks would be empty for the most part.
    private static final int CELLS_PER_MARK = 4;

    private final Picture picture;
    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int rows;

    /// Where the marks of each cell begin in `marks`; one more than there are cells.
    private final int[] start;

    private final int[] marks;

    GraphHits(Picture picture) {
        this.picture = picture;
        GraphPositions at = picture.positions();
        GraphPositions.Bounds bounds = at.bounds();
        left = bounds.left();
        top = bounds.top();
        double most = Math.max(1, CELLS_PER_MARK * (double) at.size());
        cell = Math.max(CELL, Math.sqrt(bounds.width() * bounds.height() / most));
        columns = (int) Math.clamp(bounds.width() / cell + 1, 1, most);
        rows = (int) Math.clamp(bounds.height() / cell + 1, 1, most);
        start = new int[columns * rows + 1];
        for (int i = 0; i < at.size(); i++) {
            start[cell(at.x(i), at.y(i)) + 1]++;
        }
        for (int c = 0; c < columns * rows; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        marks = new int[at.size()];
        for (int i = 0; i < at.size(); i++) {
            marks[next[cell(at.x(i), at.y(i))]++] = i;
        }
    }

    /// The mark whose middle is nearest, at most `reach` world units away; -1 for none.
    int mark(double x, double y, double reach) {
        int best = -1;
        double nearest = reach * reach;
        int bottom = row(y + reach);
        int right = column(x + reach);
        for (int row = row(y - reach); row <= bottom; row++) {
            for (int column = column(x - reach); column <= right; column++) {
                for (int k = start[row * columns + column]; k < start[row * columns + column + 1]; k++) {
                    double dx = picture.positions().x(marks[k]) - x;
                    double dy = picture.positions().y(marks[k]) - y;
                    double distance = dx * dx + dy * dy;
                    if (distance <= nearest) {
                        nearest = distance;
                        best = marks[k];
                    }
                }
            }
        }
        return best;
    }

    /// The edge that is nearest, at most `reach` away; -1 for none.
    int link(double x, double y, double reach) {
        int best = -1;
        double nearest = reach * reach;
        for (int link = 0; link < picture.links().count(); link++) {
            if (picture.reaches(link, x - reach, y - reach, x + reach, y + reach)) {
                double distance = picture.curve(link).distanceSquared(x, y);
                if (distance < nearest) {
                    nearest = distance;
                    best = link;
                }
            }
        }
        return best;
    }

    private int cell(double x, double y) {
        return row(y) * columns + column(x);
    }

    private int column(double x) {
        return (int) Math.clamp(Math.floor((x - left) / cell), 0, columns - 1);
    }

    private int row(double y) {
        return (int) Math.clamp(Math.floor((y - top) / cell), 0, rows - 1);
    }
}
