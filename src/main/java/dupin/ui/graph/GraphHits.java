package dupin.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What lies under a point, found through a grid over the world. Built once per picture.
final class GraphHits {
    private static final double CELL = 96;
    private static final int SAMPLES = 24;

    private final Picture picture;
    private final Map<Long, List<Integer>> marks = new HashMap<>();
    private final Map<Long, List<Integer>> links = new HashMap<>();

    GraphHits(Picture picture) {
        this.picture = picture;
        GraphPositions at = picture.positions();
        for (int i = 0; i < at.size(); i++) {
            put(marks, cell(at.x(i), at.y(i)), i);
        }
        for (int e = 0; e < picture.links().count(); e++) {
            Curve curve = picture.curve(e);
            for (int k = 0; k <= SAMPLES; k++) {
                put(links, cell(curve.x(k / (double) SAMPLES), curve.y(k / (double) SAMPLES)), e);
            }
        }
    }

    /// The mark whose middle is nearest, at most `reach` world units away; -1 for none.
    int mark(double x, double y, double reach) {
        int best = -1;
        double nearest = reach * reach;
        int span = (int) Math.ceil(reach / CELL);
        for (int i = -span; i <= span; i++) {
            for (int j = -span; j <= span; j++) {
                for (int mark : marks.getOrDefault(cell(x + i * CELL, y + j * CELL), List.of())) {
                    double dx = picture.positions().x(mark) - x;
                    double dy = picture.positions().y(mark) - y;
                    double distance = dx * dx + dy * dy;
                    if (distance <= nearest) {
                        nearest = distance;
                        best = mark;
                    }
                }
            }
        }
        return best;
    }

    /// The edge that is nearest, at most `reach` (up to a cell) away; -1 for none.
    int link(double x, double y, double reach) {
        int best = -1;
        double nearest = reach * reach;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (int link : links.getOrDefault(cell(x + i * CELL, y + j * CELL), List.of())) {
                    double distance = picture.curve(link).distanceSquared(x, y);
                    if (distance < nearest) {
                        nearest = distance;
                        best = link;
                    }
                }
            }
        }
        return best;
    }

    private static void put(Map<Long, List<Integer>> cells, long cell, int value) {
        List<Integer> list = cells.computeIfAbsent(cell, _ -> new ArrayList<>(2));
        if (list.isEmpty() || list.getLast() != value) {
            list.add(value);
        }
    }

    private static long cell(double x, double y) {
        return (long) Math.floor(x / CELL) * 1_000_003 + (long) Math.floor(y / CELL);
    }
}
