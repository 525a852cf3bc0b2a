package dupin.ui.hunting;

import dupin.model.hunt.HuntField;
import dupin.service.Chosen;
import dupin.service.Hunt;
import dupin.service.HuntRow;
import dupin.service.ViewShelf;
import dupin.service.Window;
import dupin.ui.fx.ColumnChooser;
import dupin.ui.fx.CsvExport;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import dupin.ui.fx.Tables;
import dupin.ui.fx.ViewMenu;
import dupin.ui.fx.WindowedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// All rows of a query whose answer the store knows by itself, a million as quickly as a hundred: they are read as they come
/// into view, oldest or newest first, and what narrows them is the query. FX thread.
final class HuntWindow extends BorderPane {
    private final Frame frame;
    private final TableView<HuntRow> table;
    private final WindowedTable<HuntRow> windowed;
    private final List<String> columns;
    private final Label count = new Label();
    private Window<HuntRow> all;
    private Window<HuntRow> asked;
    private boolean newestFirst;

    /// @param hunt is not yet shown
    /// @param open shows a row whole
    HuntWindow(Frame frame, Hunt hunt, Consumer<HuntRow> open) {
        this.frame = frame;
        all = hunt.all();
        asked = all;
        columns = HuntTable.shown(hunt.query());
        getStyleClass().add("table-pane");
        table = Tables.of(new EmptyState(Icon.RUNNING, Messages.text("hunting.running"), ""));
        table.setId("hunt-window");
        table.setAccessibleText(Messages.text("hunting.rows"));
        table.getColumns().setAll(HuntTable.columns(hunt.query()));
        table.setContextMenu(new ContextMenu());
        table.getContextMenu().getItems().setAll(TableCopy.items(table));
        Tables.onOpen(table, open);
        windowed = new WindowedTable<>(table, frame.pump(), HuntRow::id);
        windowed.frozenProperty().subscribe(this::say);
        table.getSelectionModel().getSelectedIndices().subscribe(() -> say(windowed.frozenProperty().get()));
        table.getColumns().forEach(column -> column.setSortable(false));
        timeColumn().ifPresent(column -> column.setSortable(true));
        Tables.sortOutside(table, this::sort);
        setTop(toolbar());
        setCenter(table);
    }

    /// Whether the columns would be the same, so that they can stay as somebody has arranged them.
    boolean suits(Hunt hunt) {
        return columns.equals(HuntTable.shown(hunt.query()));
    }

    void show(Hunt hunt) {
        all = hunt.all();
        newestFirst = !hunt.query().sort().isEmpty();
        windowed.thaw();
        asked = all;
        windowed.begin(all);
        timeColumn()
                .ifPresent(column -> {
                    column.setSortType(newestFirst ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                    table.getSortOrder().setAll(List.of(column));
                });
        say(null);
    }

    TableView<HuntRow> table() {
        return table;
    }

    /// Only time sorts: the store keeps no other order.
    private Optional<TableColumn<HuntRow, ?>> timeColumn() {
        return table.getColumns().stream().filter(column -> HuntField.TIME.word().equals(column.getId())).findFirst();
    }

    private void sort(List<Tables.Sort> keys) {
        boolean newest = keys.isEmpty() ? newestFirst : !keys.getFirst().ascending();
        Window<HuntRow> next = newest == newestFirst ? all : all.turned();
        if (!next.equals(asked)) {
            asked = next;
            windowed.thaw();
            windowed.show(next);
        }
    }

    private HBox toolbar() {
        var help = new Label(Messages.text("hunting.narrow"));
        help.getStyleClass().add("caption");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        count.getStyleClass().add("caption");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var export = new Button("", Icon.EXPORT.node());
        export.getStyleClass().add("quiet");
        export.setTooltip(new Tooltip(Messages.text("table.export")));
        export.setAccessibleText(Messages.text("table.export"));
        export.setOnAction(_ -> CsvExport.of(frame, table, windowed.shown(), HuntTable.FILE));
        var views = new ViewMenu(frame, HuntTable.FILE, this::view, this::take);
        var bar = new HBox(help, space, count, export, views, new ColumnChooser(table));
        bar.getStyleClass().add("table-tools");
        return bar;
    }

    private void say(@Nullable Chosen<HuntRow> frozen) {
        int chosen = frozen == null ? table.getSelectionModel().getSelectedIndices().size() : frozen.size();
        String rows = Messages.text("table.count", all.size());
        count.setText(chosen < 2 ? rows : Messages.text("hunting.chosen", chosen, rows));
    }

    /// Columns and order: what narrows the rows is not the view's but the query's.
    private void take(ViewShelf.View view) {
        ViewMenu.show(table, view.columns());
        view.sorts().stream()
                .filter(sort -> sort.column().equals(HuntField.TIME.word()))
                .findFirst()
                .ifPresent(sort ->
                        timeColumn()
                                .ifPresent(column -> {
                                    column.setSortType(
                                            sort.ascending()
                                                    ? TableColumn.SortType.ASCENDING
                                                    : TableColumn.SortType.DESCENDING);
                                    table.sort();
                                }));
    }

    private ViewShelf.View view(String name) {
        List<ViewShelf.Sort> sorts =
                table.getSortOrder().stream()
                        .map(c -> new ViewShelf.Sort(c.getId(), c.getSortType() == TableColumn.SortType.ASCENDING))
                        .toList();
        return new ViewShelf.View(HuntTable.FILE, name, ViewMenu.columns(table), "", sorts, Map.of(), null, null);
    }
}
