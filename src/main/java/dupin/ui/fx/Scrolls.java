package dupin.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Where a table is scrolled to, so that fresh rows do not move what somebody is reading. FX thread.
final class Scrolls {
    private Scrolls() {}

    /// @param first index of the row at the top, -1 when none is
    record Place(int first, @Nullable Object row) {
        void restore(TableView<?> table) {
            if (first <= 0 || row == null) {
                return;
            }
            int now = table.getItems().indexOf(row);
            int to = now >= 0 ? now : Math.min(first, table.getItems().size() - 1);
            if (to >= 0 && Scrolls.of(table).first() != to) {
                table.scrollTo(to);
            }
        }
    }

    static Place of(TableView<?> table) {
        IndexedCell<?> top = first(table);
        int at = top == null ? -1 : top.getIndex();
        return new Place(at, at >= 0 && at < table.getItems().size() ? table.getItems().get(at) : null);
    }

    static boolean visible(TableView<?> table, int index) {
        VirtualFlow<?> flow = flow(table);
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> bottom = flow == null ? null : flow.getLastVisibleCell();
        return top != null && bottom != null && top.getIndex() <= index && index < bottom.getIndex();
    }

    /// Index of the row that was clicked, -1 for none.
    static int rowAt(Object target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() ? -1 : row.getIndex();
            }
        }
        return -1;
    }

    private static @Nullable IndexedCell<?> first(Control table) {
        VirtualFlow<?> flow = flow(table);
        return flow == null ? null : flow.getFirstVisibleCell();
    }

    private static @Nullable VirtualFlow<?> flow(Control table) {
        Node node = table.lookup(".virtual-flow");
        return node instanceof VirtualFlow<?> flow ? flow : null;
    }
}
