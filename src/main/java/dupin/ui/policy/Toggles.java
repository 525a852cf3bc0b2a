package dupin.ui.policy;

import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Messages;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Columns of ticks that can be set in the table itself. FX thread.
final class Toggles {
    private Toggles() {}

    /// @param name of a row, for those who hear it
    /// @param flip turns the row's tick around
    static <T> DataColumn<T, String> column(
            String id, String title, Predicate<T> on, Function<T, String> name, Consumer<T> flip) {
        DataColumn<T, String> column =
                Columns.<T>text(
                                id,
                                title,
                                90,
                                row -> on.test(row) ? Messages.text("policy.yes") : Messages.text("policy.no"))
                        .fixed();
        column.setCellFactory(_ ->
                new TableCell<>() {
                    private final CheckBox box = new CheckBox();

                    @Override
                    protected void updateItem(@Nullable String item, boolean empty) {
                        super.updateItem(item, empty);
                        T row = empty || getTableRow() == null ? null : getTableRow().getItem();
                        setGraphic(row == null ? null : box);
                        if (row != null) {
                            box.setSelected(on.test(row));
                            box.setAccessibleText(title + ", " + name.apply(row));
                            box.setOnAction(_ -> flip.accept(row));
                        }
                    }
                });
        return column;
    }
}
