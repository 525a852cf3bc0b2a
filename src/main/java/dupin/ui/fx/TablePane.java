package dupin.ui.fx;

import dupin.service.Chosen;
import dupin.service.ViewShelf;
import dupin.service.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A table with what belongs to every table: text filter, count, choice of columns, copy, CSV of what is shown, and a
/// reason when it is empty. Fresh rows keep selection and scroll position. Rows are those of a list in memory, which it
/// filters and sorts by any column, or all that a question finds ([WholeRows]). FX thread.
public final class TablePane<T> extends BorderPane {
    private final Frame frame;
    private final String fileName;
    private final Function<T, ?> id;
    private final EmptyState empty;
    private final EmptyState noMatch;
    private final TableView<T> table;
    private final Rows<T> rows;
    private final WindowedTable<T> windowed;
    private final TextField filter = new TextField();
    private final ColumnFilters<T> filters;
    private final FilterMenu<T> filterMenu;
    private final FlowPane chips = new FlowPane(6, 4);
    private final Label count = new Label();
    private final HBox tools = new HBox();
    private final Label narrow = new Label();
    private @Nullable WholeRows<T> whole;
    private @Nullable Window<T> asked;

    /// @param fileName suggested for the export, for example `alerts.csv`
    /// @param id tells a row from its newer version
    /// @param empty stands there while there are no rows at all
    @SafeVarargs
    @SuppressWarnings("varargs")
    public TablePane(Frame frame, String fileName, Function<T, ?> id, EmptyState empty, TableColumn<T, ?>... columns) {
        this(frame, fileName, id, empty, List.of(columns));
    }

    public TablePane(
            Frame frame,
            String fileName,
            Function<T, ?> id,
            EmptyState empty,
            List<? extends TableColumn<T, ?>> columns) {
        this.frame = frame;
        this.fileName = fileName;
        this.id = id;
        this.empty = empty;
        noMatch =
                new EmptyState(
                        Icon.FILTER,
                        Messages.text("table.noMatch"),
                        Messages.text("table.noMatchHelp"),
                        Messages.text("table.clearFilter"),
                        this::clearFilter);
        table = Tables.of(empty);
        table.getColumns().setAll(columns);
        filters = new ColumnFilters<>(Tables.data(table.getColumns()), frame.clock());
        rows = new Rows<>(frame.pump(), () -> List.copyOf(Tables.shown(table)));
        filterMenu = new FilterMenu<>(filters, rows::all, frame);
        windowed = new WindowedTable<>(table, frame.pump(), id);
        Tables.sortOutside(table, this::sort);
        windowed.frozenProperty().subscribe(this::say);
        getStyleClass().add("table-pane");
        chips.getStyleClass().add("chips");
        setTop(new VBox(toolbar(), chips));
        setCenter(table);
        table.setContextMenu(new ContextMenu());
        table.getContextMenu().getItems().setAll(TableCopy.items(table));
        rows.textProperty().bind(filter.textProperty());
        rows.shownProperty().addListener((_, _, _) -> refresh());
        filters.chosenProperty().subscribe(this::narrow);
        table.addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (e.getCharacter().equals("/") && whole == null) {
                        filter.requestFocus();
                        e.consume();
                    }
                });
    }

    public TableView<T> table() {
        return table;
    }

    public Rows<T> rows() {
        return rows;
    }

    /// Between the filter and the count; for filters and commands of the view's own.
    public void addTools(Node... nodes) {
        tools.getChildren().addAll(nodes);
    }

    public void show(List<T> newRows) {
        boolean before = whole != null;
        if (before) {
            whole(null);
        }
        rows.set(newRows);
        if (before) {
            refresh();
        }
        say();
    }

    /// Shows all of very many rows, from the first, with none selected.
    public void begin(WholeRows<T> all) {
        whole(all);
        windowed.begin(all.window());
    }

    /// Shows all of very many rows and keeps selection and scroll position.
    public void show(WholeRows<T> all) {
        whole(all);
        windowed.show(all.window());
    }

    /// Shows all of very many rows, one of them selected and in view, without telling anybody.
    public void show(WholeRows<T> all, int place) {
        whole(all);
        windowed.show(all.window(), place);
    }

    private void whole(@Nullable WholeRows<T> all) {
        whole = all;
        asked = all == null ? null : all.window();
        windowed.thaw();
        narrow.setText(all == null ? "" : all.narrow());
        seen(filter, all == null);
        seen(filterMenu, all == null && filterMenu.any());
        seen(chips, all == null);
        seen(narrow, all != null);
        for (TableColumn<T, ?> column : table.getColumns()) {
            boolean sorts = all == null || all.column().equals(column.getId());
            column.setSortable(sorts);
            if (all != null && sorts) {
                column.setSortType(all.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                table.getSortOrder().setAll(List.of(column));
            }
        }
        if (all == null || all.column().isEmpty()) {
            table.getSortOrder().clear();
        }
        say();
    }

    private static void seen(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void sort(List<Tables.Sort> keys) {
        WholeRows<T> all = whole;
        if (all == null) {
            rows.sort(keys);
            return;
        }
        Window<T> next = keys.isEmpty() ? all.window() : all.ordered(keys.getFirst().ascending());
        if (!next.equals(asked)) {
            asked = next;
            windowed.thaw();
            windowed.show(next);
        }
    }

    /// Another reason why there are no rows.
    public void sayEmpty(String why, String what) {
        empty.say(why, what);
    }

    /// Told when the user moves to another row; not when rows are refreshed or [#select] is called.
    public void onSelect(Consumer<T> consumer) {
        windowed.onSelect(consumer);
    }

    public void onOpen(Consumer<T> open) {
        Tables.onOpen(table, open);
    }

    /// Shows what text and columns filter away.
    public void clearFilter() {
        filter.clear();
        filters.clear();
    }

    private void narrow() {
        rows.also(filters.test());
        FilterParts.chips(chips, filters.chips(), filters::clear);
    }

    /// Selects the row and brings it into view; clears the filters when they hide it.
    ///
    /// @return whether there is such a row
    public boolean select(Object rowId) {
        if (!there(rowId)) {
            clearFilter();
        }
        boolean there = there(rowId);
        if (there) {
            windowed.select(rowId, _ -> {});
        }
        return there;
    }

    private boolean there(Object rowId) {
        return windowed.shown().places(List.of(rowId)).length > 0;
    }

    public void clearSelection() {
        windowed.silently(() -> table.getSelectionModel().clearSelection());
    }

    /// The row below (1) or above (-1) the selected one, if there is one.
    public @Nullable T neighbour(int step) {
        int at = table.getSelectionModel().getSelectedIndex() + step;
        return at < 0 || at >= table.getItems().size() ? null : table.getItems().get(at);
    }

    private void refresh() {
        if (whole == null) {
            windowed.show(Window.of(rows.shown(), id));
            say();
        }
    }

    private void say() {
        WholeRows<T> very = whole;
        if (very != null) {
            Chosen<T> frozen = windowed.frozenProperty().get();
            String there = Messages.text("table.count", very.window().size());
            count.setText(frozen == null ? there : Messages.text("table.chosen", frozen.size(), there));
            table.setPlaceholder(empty);
            return;
        }
        table.setPlaceholder(rows.hidden() ? noMatch : empty);
        int total = rows.totalProperty().get();
        int shown = rows.shown().size();
        String all = Messages.text("table.count", total);
        count.setText(shown == total ? all : Messages.text("table.countOf", shown, total));
    }

    private HBox toolbar() {
        filter.setPromptText(Messages.text("table.filter"));
        filter.setAccessibleText(Messages.text("table.filter"));
        filter.getStyleClass().add("filter");
        filter.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                        filter.clear();
                        e.consume();
                    } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) {
                        table.requestFocus();
                        e.consume();
                    }
                });
        count.getStyleClass().add("caption");
        narrow.getStyleClass().add("caption");
        seen(narrow, false);
        count.setMinWidth(Region.USE_PREF_SIZE);
        var export = new Button("", Icon.EXPORT.node());
        export.getStyleClass().add("quiet");
        export.setTooltip(new Tooltip(Messages.text("table.export")));
        export.setAccessibleText(Messages.text("table.export"));
        export.setOnAction(_ -> export());
        tools.getStyleClass().add("tools");
        HBox.setHgrow(tools, Priority.ALWAYS);
        var bar =
                new HBox(
                        filter,
                        narrow,
                        filterMenu,
                        tools,
                        count,
                        export,
                        new ViewMenu(frame, fileName, this::view, this::take),
                        new ColumnChooser(table));
        bar.getStyleClass().add("table-tools");
        return bar;
    }

    private void export() {
        CsvExport.of(frame, table, windowed.shown(), fileName);
    }

    /// What is shown, as a view under the name.
    private ViewShelf.View view(String name) {
        return new ViewShelf.View(
                fileName,
                name,
                ViewMenu.columns(table),
                filter.getText(),
                table.getSortOrder().stream()
                        .map(c -> new ViewShelf.Sort(c.getId(), c.getSortType() == TableColumn.SortType.ASCENDING))
                        .toList(),
                filters.chosenProperty().get(),
                null,
                null);
    }

    private void take(ViewShelf.View view) {
        ViewMenu.show(table, view.columns());
        if (whole == null) {
            filter.setText(view.text());
            filters.set(view.filters());
        }
        var order = new ArrayList<TableColumn<T, ?>>();
        for (ViewShelf.Sort sort : view.sorts()) {
            for (TableColumn<T, ?> column : table.getColumns()) {
                if (sort.column().equals(column.getId())) {
                    column.setSortType(
                            sort.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    order.add(column);
                }
            }
        }
        table.getSortOrder().setAll(order);
        table.sort();
    }
}
