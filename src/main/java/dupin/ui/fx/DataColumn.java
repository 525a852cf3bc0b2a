package dupin.ui.fx;

import dupin.model.row.RowIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A column over immutable rows that can also say what it shows as text: for copying, export and tooltips. `id` names it
/// in settings and in sorts done by the store. FX thread.
public final class DataColumn<T, V> extends TableColumn<T, V> {
    private final Function<T, V> value;
    private final Function<T, String> text;
    private @Nullable ToLongFunction<V> key;
    private Function<T, List<String>> words;
    private boolean offered;
    private boolean timed;
    private double wanted;
    private boolean growing;

    DataColumn(String id, String title, double width, Function<T, V> value, Function<T, String> text) {
        super(title);
        this.value = value;
        this.text = text;
        words = row -> List.of(text.apply(row));
        setId(id);
        setPrefWidth(width);
        wanted = width;
        setMinWidth(48);
        setReorderable(true);
        // A row that has not arrived is null.
        setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue() == null ? null : value.apply(row.getValue())));
    }

    /// Takes room that the table has left over.
    DataColumn<T, V> growing() {
        growing = true;
        return this;
    }

    /// Keeps its width, however much room is left over: a tick needs no more.
    public DataColumn<T, V> fixed() {
        growing = false;
        return this;
    }

    boolean grows() {
        return growing;
    }

    /// What a row says for the filter, where that is not what it shows.
    public DataColumn<T, V> saying(Function<T, List<String>> words) {
        this.words = words;
        return this;
    }

    /// The table offers as a filter what stands in the column, or how far back from now its times lie.
    void offer() {
        offered = true;
    }

    /// Whether the table offers it as a filter.
    public boolean offered() {
        return offered;
    }

    /// Whether it tells times.
    boolean timed() {
        return timed;
    }

    DataColumn<T, V> telling() {
        timed = true;
        return this;
    }

    /// What a row says for the filter. Any thread.
    List<String> wordsOf(T row) {
        return words.apply(row);
    }

    /// Null where the row says no time. Any thread.
    @Nullable Instant timeOf(T row) {
        return value.apply(row) instanceof Instant time ? time : null;
    }

    /// The width without room that was left over.
    double wanted() {
        return wanted;
    }

    /// The user has given it the width that it has.
    void settle() {
        wanted = getWidth();
    }

    /// Sorts by numbers, which takes no comparing; in the order of its comparator.
    DataColumn<T, V> keyed(ToLongFunction<V> number) {
        key = number;
        return this;
    }

    /// What each of the rows is sorted by: equal where the column's comparator finds them equal. Any thread.
    long[] keys(List<T> rows) {
        long[] keys = new long[rows.size()];
        ToLongFunction<V> number = key;
        if (number != null) {
            Arrays.setAll(keys, i -> number.applyAsLong(value.apply(rows.get(i))));
            return keys;
        }
        return RowIndex.places(rows, value, getComparator());
    }

    public String textOf(T row) {
        return text.apply(row);
    }
}
