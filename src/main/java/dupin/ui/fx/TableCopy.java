package dupin.ui.fx;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Copying out of tables. With one row selected it is the cell clicked last, with more the rows as tab separated text;
/// Ctrl+C as it is, Ctrl+Shift+C defanged. FX thread.
public final class TableCopy {
    private static final String CLICKED = "dupin.clicked";

    private TableCopy() {}

    static <T> void install(TableView<T> table) {
        table.addEventFilter(
                MouseEvent.MOUSE_PRESSED, e -> table.getProperties().put(CLICKED, columnAt(e.getTarget())));
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                        String text = text(table);
                        put(e.isShiftDown() ? Defang.defang(text) : text);
                        e.consume();
                    }
                });
    }

    /// Items for a row's context menu.
    public static <T> List<MenuItem> items(TableView<T> table) {
        var raw = new MenuItem(Messages.text("table.copy"), Icon.COPY.node());
        raw.setOnAction(_ -> put(text(table)));
        var defanged = new MenuItem(Messages.text("table.copyDefanged"));
        defanged.setOnAction(_ -> put(Defang.defang(text(table))));
        var rows = new MenuItem(Messages.text("table.copyRows"));
        rows.setOnAction(_ -> put(rows(table)));
        return List.of(raw, defanged, rows);
    }

    /// Text to the clipboard.
    public static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static <T> String text(TableView<T> table) {
        var selected = table.getSelectionModel().getSelectedItems();
        Object clicked = table.getProperties().get(CLICKED);
        if (selected.size() == 1) {
            for (DataColumn<T, ?> column : Tables.shown(table)) {
                if (column == clicked) {
                    return column.textOf(selected.getFirst());
                }
            }
        }
        return rows(table);
    }

    static <T> String rows(TableView<T> table) {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(row ->
                        Tables.shown(table).stream()
                                .map(column -> Elide.oneLine(column.textOf(row)))
                                .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable TableColumn<?, ?> columnAt(Object target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell) {
                return cell.getTableColumn();
            }
        }
        return null;
    }
}
