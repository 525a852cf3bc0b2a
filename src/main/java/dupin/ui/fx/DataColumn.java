package dupin.ui.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/// A column over immutable rows that can also say what it shows as text: for copying, export and tooltips. `id` names it
/// in settings and in sorts done by the store. FX thread.
public final class DataColumn<T, V> extends TableColumn<T, V> {
    private final Function<T, String> text;
    private double wanted;
    private boolean growing;

    DataColumn(String id, String title, double width, Function<T, V> value, Function<T, String> text) {
        super(title);
        this.text = text;
        setId(id);
        setPrefWidth(width);
        wanted = width;
        setMinWidth(48);
        setReorderable(true);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    /// Takes room that the table has left over.
    DataColumn<T, V> growing() {
        growing = true;
        return this;
    }

    boolean grows() {
        return growing;
    }

    /// The width without room that was left over.
    double wanted() {
        return wanted;
    }

    /// The user has given it the width that it has.
    void settle() {
        wanted = getWidth();
    }

    public String textOf(T row) {
        return text.apply(row);
    }
}
