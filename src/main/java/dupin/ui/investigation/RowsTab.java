package dupin.ui.investigation;

import dupin.ui.fx.TablePane;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/// A tab of one table. FX thread.
final class RowsTab<T> implements TabView {
    private final TablePane<T> pane;
    private final Function<InvestigationModel, List<T>> rows;

    RowsTab(TablePane<T> pane, Function<InvestigationModel, List<T>> rows, Consumer<T> selected, Consumer<T> opened) {
        this.pane = pane;
        this.rows = rows;
        pane.onSelect(selected);
        pane.onOpen(opened);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(InvestigationModel model) {
        pane.show(rows.apply(model));
    }

    @Override
    public boolean select(InvestigationModel.Place place) {
        return pane.select(place.row());
    }

    @Override
    public void clearSelection() {
        pane.clearSelection();
    }

    @Override
    public void focus() {
        pane.table().requestFocus();
    }
}
