package dupin.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds labels that fit: none covers another or a mark. The first asked has the first choice. Pure.
final class Labels {
    private static final double CELL = 96;

    private final Map<Long, List<Box>> cells = new HashMap<>();

    /// A rectangle in pixels, with its owner so that a label may touch its own mark.
    record Box(double left, double top, double right, double bottom, int owner) {
        Box owned(int by) {
            return new Box(left, top, right, bottom, by);
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /// Takes the room in any case; for marks.
    void occupy(Box box) {
        each(box, cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(box));
    }

    /// Takes the room if it is free of everything but the owner's own mark.
    boolean claim(Box box) {
        boolean[] free = {true};
        each(
                box,
                cell -> {
                    for (Box other : cells.getOrDefault(cell, List.of())) {
                        if (other.owner() != box.owner() && other.meets(box)) {
                            free[0] = false;
                        }
                    }
                });
        if (free[0]) {
            occupy(box);
        }
        return free[0];
    }

    private static void each(Box box, java.util.function.LongConsumer visit) {
        for (long x = (long) Math.floor(box.left() / CELL); x <= Math.floor(box.right() / CELL); x++) {
            for (long y = (long) Math.floor(box.top() / CELL); y <= Math.floor(box.bottom() / CELL); y++) {
                visit.accept(x * 1_000_003 + y);
            }
        }
    }
}
