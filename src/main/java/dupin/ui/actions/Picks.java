package dupin.ui.actions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Fresh rows in a list, with what was selected still selected, or the next one when nothing of it is left. FX thread.
final class Picks<T> {
    private final ListView<T> list;
    private final Function<T, ?> id;
    private boolean refreshing;

    Picks(ListView<T> list, Function<T, ?> id) {
        this.list = list;
        this.id = id;
    }

    boolean refreshing() {
        return refreshing;
    }

    void show(List<T> rows) {
        if (list.getItems().equals(rows)) {
            return;
        }
        refreshing = true;
        var model = list.getSelectionModel();
        int first = model.getSelectedIndices().stream().mapToInt(Integer::intValue).min().orElse(-1);
        Set<Object> kept = new HashSet<>();
        model.getSelectedItems().forEach(row -> kept.add(id.apply(row)));
        list.getItems().setAll(rows);
        model.clearSelection();
        for (int i = 0; i < rows.size(); i++) {
            if (kept.contains(id.apply(rows.get(i)))) {
                model.select(i);
            }
        }
        refreshing = false;
        if (first >= 0 && model.isEmpty() && !rows.isEmpty()) {
            // What was selected was decided: the next one is at hand.
            model.clearAndSelect(Math.min(first, rows.size() - 1));
        }
    }

    /// `j` and `k` as in the tables.
    void walk(KeyEvent e) {
        int step = e.getCode() == KeyCode.J ? 1 : e.getCode() == KeyCode.K ? -1 : 0;
        if (step == 0 || e.isShortcutDown() || e.isAltDown() || list.getItems().isEmpty()) {
            return;
        }
        int to = Math.clamp(list.getFocusModel().getFocusedIndex() + (long) step, 0, list.getItems().size() - 1);
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - 1));
        e.consume();
    }
}
