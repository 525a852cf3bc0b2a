package dupin.ui.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// Tables as the whole console has them: compact rows, many can be selected, `j`/`k` walk, Ctrl+C copies, Enter opens. FX thread.
public final class Tables {
    public static final double ROW_HEIGHT = 28;

    /// Set on a table while its rows are replaced.
    private static final String REPLACING = "dupin.replacing";

    private Tables() {}

    /// One sort key of a table, by the column's id.
    public record Sort(String column, boolean ascending) {}

    /// @param empty what stands there without rows, usually an [EmptyState]
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> TableView<T> of(Node empty, TableColumn<T, ?>... columns) {
        var table = new TableView<T>(FXCollections.observableArrayList());
        table.getColumns().setAll(List.of(columns));
        table.setPlaceholder(empty);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(resized -> resize(table, resized));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> walk(table, e));
        TableCopy.install(table);
        return table;
    }

    /// Enter or a double click on a row.
    public static <T> void onOpen(TableView<T> table, Consumer<T> open) {
        table.setRowFactory(_ -> {
            var row = new TableRow<T>();
            row.setOnMouseClicked(e -> {
                T item = row.getItem();
                if (item != null && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                    open.accept(item);
                }
            });
            return row;
        });
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    T item = table.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && item != null) {
                        open.accept(item);
                        e.consume();
                    }
                });
    }

    /// Puts rows into the table in one operation and keeps what was selected, known by `id`. Does nothing when the rows are
    /// the same.
    public static <T> void show(TableView<T> table, List<T> rows, Function<T, ?> id) {
        if (table.getItems().equals(rows)) {
            return;
        }
        var model = table.getSelectionModel();
        Set<Object> kept = new HashSet<>();
        for (T row : List.copyOf(model.getSelectedItems())) {
            kept.add(id.apply(row));
        }
        table.getItems().setAll(rows);
        if (!table.getSortOrder().isEmpty()) {
            table.sort();
        }
        if (kept.isEmpty()) {
            return;
        }
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (kept.contains(id.apply(table.getItems().get(i)))) {
                indices.add(i);
            }
        }
        model.clearSelection();
        if (!indices.isEmpty()) {
            int[] rest = indices.stream().skip(1).mapToInt(Integer::intValue).toArray();
            model.selectIndices(indices.getFirst(), rest);
        }
    }

    /// Lets the store do the sorting: a click on a header only asks for it.
    public static <T> void sortOutside(TableView<T> table, Consumer<List<Sort>> asked) {
        table.setSortPolicy(t -> {
            if (!t.getProperties().containsKey(REPLACING)) {
                asked.accept(
                        t.getSortOrder().stream()
                                .map(c -> new Sort(c.getId(), c.getSortType() == TableColumn.SortType.ASCENDING))
                                .toList());
            }
            return true;
        });
    }

    /// Gives the table other rows and leaves its sort order as it is: by itself it forgets what its rows are sorted by
    /// whenever it gets other ones, and asks for none.
    static <T> void replace(TableView<T> table, ObservableList<T> rows) {
        List<TableColumn<T, ?>> order = List.copyOf(table.getSortOrder());
        table.getProperties().put(REPLACING, true);
        try {
            table.setItems(rows);
            table.getSortOrder().setAll(order);
        } finally {
            table.getProperties().remove(REPLACING);
        }
    }

    static <T> List<DataColumn<T, ?>> shown(TableView<T> table) {
        return data(table.getVisibleLeafColumns());
    }

    /// Those that can say what they show.
    static <T> List<DataColumn<T, ?>> data(List<TableColumn<T, ?>> all) {
        var columns = new ArrayList<DataColumn<T, ?>>();
        for (TableColumn<T, ?> column : all) {
            if (column instanceof DataColumn<T, ?> data) {
                columns.add(data);
            }
        }
        return columns;
    }

    /// Columns keep their widths, and the table scrolls where there is no room for them; room that is left over goes to the
    /// columns of text, the wider the more.
    private static <T> boolean resize(TableView<T> table, TableView.ResizeFeatures<?> resized) {
        if (resized.getColumn() instanceof DataColumn<?, ?> pulled) {
            boolean done = TableView.UNCONSTRAINED_RESIZE_POLICY.call(resized);
            pulled.settle();
            return done;
        }
        List<DataColumn<T, ?>> columns = shown(table);
        double others =
                table.getVisibleLeafColumns().stream()
                        .filter(column -> !(column instanceof DataColumn<?, ?>))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        double left = resized.getContentWidth() - others - columns.stream().mapToDouble(DataColumn::wanted).sum();
        double growing = columns.stream().filter(DataColumn::grows).mapToDouble(DataColumn::wanted).sum();
        for (DataColumn<T, ?> column : columns) {
            double share = column.grows() && left > 0 ? Math.floor(left * column.wanted() / growing) : 0;
            column.setPrefWidth(column.wanted() + share);
        }
        return true;
    }

    private static <T> void walk(TableView<T> table, KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || table.getItems().isEmpty()) {
            return;
        }
        int step = e.getCode() == KeyCode.J ? 1 : e.getCode() == KeyCode.K ? -1 : 0;
        if (step == 0) {
            return;
        }
        int last = table.getItems().size() - 1;
        int to = Math.clamp(table.getFocusModel().getFocusedIndex() + (long) step, 0, last);
        table.getSelectionModel().clearAndSelect(to);
        table.scrollTo(Math.max(0, to - 3));
        e.consume();
    }
}
