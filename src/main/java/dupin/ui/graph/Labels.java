package dupin.ui.graph;

import java.util.Arrays;

/// Finds labels that fit: none covers another or a mark. The first asked has the first choice. Not thread-safe.
final class Labels {
    private static final double CELL = 40;

    /// A rectangle in pixels, with its owner so that a label may touch its own mark.
    record Box(double left, double top, double right, double bottom, int owner) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final int columns;
    private final int rows;

    /// The first entry of each cell and, for each entry, the next one of its cell; -1 for none.
    private final int[] first;

    private int[] next = new int[256];
    private Box[] boxes = new Box[256];
    private int entries;

    /// @param width of the window in pixels; boxes outside are counted to its border
    Labels(double width, double height) {
        columns = Math.max(1, (int) Math.ceil(width / CELL));
        rows = Math.max(1, (int) Math.ceil(height / CELL));
        first = new int[columns * rows];
        Arrays.fill(first, -1);
    }

    /// Takes the room in any case; for marks.
    void occupy(Box box) {
        int right = cell(box.right(), columns);
        int bottom = cell(box.bottom(), rows);
        for (int row = cell(box.top(), rows); row <= bottom; row++) {
            for (int column = cell(box.left(), columns); column <= right; column++) {
                if (entries == next.length) {
                    next = Arrays.copyOf(next, entries * 2);
                    boxes = Arrays.copyOf(boxes, entries * 2);
                }
                boxes[entries] = box;
                next[entries] = first[row * columns + column];
                first[row * columns + column] = entries++;
            }
        }
    }

    /// Takes the room if it is free of everything but the owner's own mark.
    boolean claim(Box box) {
        int right = cell(box.right(), columns);
        int bottom = cell(box.bottom(), rows);
        for (int row = cell(box.top(), rows); row <= bottom; row++) {
            for (int column = cell(box.left(), columns); column <= right; column++) {
                for (int at = first[row * columns + column]; at >= 0; at = next[at]) {
                    if (boxes[at].owner() != box.owner() && boxes[at].meets(box)) {
                        return false;
                    }
                }
            }
        }
        occupy(box);
        return true;
    }

    private static int cell(double at, int most) {
        return Math.clamp((int) Math.floor(at / CELL), 0, most - 1);
    }
}
