package dupin.ui.investigation;

import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.TablePane;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// A tab of one table. FX thread.
final class RowsTab<T> implements TabView {
    private final TablePane<T> pane;
    private final Function<InvestigationModel, List<T>> rows;
    private @Nullable InvestigationModel model;

    RowsTab(TablePane<T> pane, Function<InvestigationModel, List<T>> rows, Consumer<T> selected, Consumer<T> opened) {
        this.pane = pane;
        this.rows = rows;
        pane.onSelect(selected);
        pane.onOpen(opened);
    }

    /// Gives its rows the menu of the entities that they name.
    RowsTab<T> entities(
            BiFunction<InvestigationModel, T, List<EntityMenu.Part>> parts, Supplier<@Nullable EntityWays> ways) {
        return entities(parts, ways, _ -> List.of());
    }

    /// @param own what else can be done with a row
    RowsTab<T> entities(
            BiFunction<InvestigationModel, T, List<EntityMenu.Part>> parts,
            Supplier<@Nullable EntityWays> ways,
            Function<T, List<MenuItem>> own) {
        EntityMenu.install(
                pane.table(),
                own,
                row -> {
                    InvestigationModel now = model;
                    return now == null ? List.of() : parts.apply(now, row);
                },
                ways);
        return this;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(InvestigationModel model) {
        this.model = model;
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
