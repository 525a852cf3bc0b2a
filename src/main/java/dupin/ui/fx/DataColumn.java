package dupin.ui.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/// A column over immutable rows that can also say what it shows as text: for copying, export and tooltips. `id` names it
/// in settings and in sorts done by the store. FX thread.
public final class DataColumn<T, V> extends TableColumn<T, V> {
    private final Function<T, String> text;

    DataColumn(String id, String title, double width, Function<T, V> value, Function<T, String> text) {
        super(title);
        this.text = text;
        setId(id);
        setPrefWidth(width);
        setMinWidth(48);
        setReorderable(true);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    public String textOf(T row) {
        return text.apply(row);
    }
}
