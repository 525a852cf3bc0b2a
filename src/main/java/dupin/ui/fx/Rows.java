package dupin.ui.fx;

import dupin.model.row.RowIndex;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The rows of a table in memory, and what is filtered from them and in which order: worked out at once for few rows, in
/// the background for many. Knows no control; FX thread, or any one thread without a toolkit.
public final class Rows<T> {
    /// So many rows are gone through while a frame is drawn.
    private static final int FEW = 5_000;

    private final Function<List<DataColumn<T, ?>>, Function<T, String>> haystack;
    private final @Nullable Live<int[]> live;
    private final Supplier<List<DataColumn<T, ?>>> columns;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<T>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private RowIndex<T> index = new RowIndex<>(List.of());
    private @Nullable Predicate<T> only;
    private @Nullable Predicate<T> also;
    private List<Tables.Sort> sorts = List.of();

    /// Rows that are never too many.
    ///
    /// @param haystack all that the text filter searches in
    public Rows(Function<T, String> haystack) {
        this.haystack = _ -> haystack;
        this.live = null;
        this.columns = List::of;
        text.addListener((_, _, _) -> find());
    }

    /// @param columns those that are shown: what can be sorted by, and what the text filter searches in
    Rows(ChangePump pump, Supplier<List<DataColumn<T, ?>>> columns) {
        this.haystack = shown -> row -> said(shown, row);
        this.columns = columns;
        this.live = pump.live(() -> new int[0], _ -> {});
        text.addListener((_, _, _) -> find());
    }

    /// Rows as they come; the list must not change.
    public void set(List<T> rows) {
        index = new RowIndex<>(List.copyOf(rows));
        total.set(rows.size());
        find();
    }

    /// A filter besides the text; for many rows it is asked in the background.
    public void only(Predicate<T> predicate) {
        only = predicate;
        find();
    }

    /// A third filter, of what the columns say; null for none.
    void also(@Nullable Predicate<T> predicate) {
        also = predicate;
        find();
    }

    private @Nullable Predicate<T> kept() {
        Predicate<T> one = only;
        Predicate<T> other = also;
        return one == null ? other : other == null ? one : one.and(other);
    }

    /// Another order; without keys the one in which the rows came.
    void sort(List<Tables.Sort> keys) {
        sorts = List.copyOf(keys);
        find();
    }

    /// Words that a row must all contain, in any case; defanged ones match too.
    public StringProperty textProperty() {
        return text;
    }

    /// All rows, filtered or not.
    public List<T> all() {
        return index.rows();
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The rows that pass the filters, in order; replaced as a whole.
    public ReadOnlyObjectProperty<List<T>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public List<T> shown() {
        return shown.get();
    }

    /// Whether rows exist and the filters hide all of them.
    public boolean hidden() {
        return !all().isEmpty() && shown.get().isEmpty();
    }

    private void find() {
        RowIndex<T> asked = index;
        List<String> words = words(text.get());
        Predicate<T> that = kept();
        if (words.isEmpty() && that == null && sorts.isEmpty()) {
            shown.set(asked.rows());
            warm(asked);
            return;
        }
        List<DataColumn<T, ?>> now = columns.get();
        List<Tables.Sort> by = sorts;
        Supplier<int[]> question = () -> asked.find(words, haystack.apply(now), version(now), that, keys(by, now));
        if (live == null || asked.rows().size() <= FEW) {
            shown.set(new Some<>(asked.rows(), question.get()));
        } else {
            live.replace(question, order -> shown.set(new Some<>(asked.rows(), order)));
        }
    }

    /// Somebody who opens a long table sorts or searches it next.
    private void warm(RowIndex<T> asked) {
        if (live != null && asked.rows().size() > FEW) {
            List<DataColumn<T, ?>> now = columns.get();
            live.replace(
                    () -> {
                        asked.warm(
                                keys(now.stream().map(c -> new Tables.Sort(c.getId(), true)).toList(), now),
                                haystack.apply(now),
                                version(now));
                        return new int[0];
                    },
                    _ -> {});
        }
    }

    private static <T> List<RowIndex.Key<T>> keys(List<Tables.Sort> sorts, List<DataColumn<T, ?>> columns) {
        var keys = new ArrayList<RowIndex.Key<T>>();
        for (Tables.Sort sort : sorts) {
            for (DataColumn<T, ?> column : columns) {
                if (sort.column().equals(column.getId())) {
                    keys.add(new RowIndex.Key<>(sort.column(), column::keys, sort.ascending()));
                }
            }
        }
        return keys;
    }

    private static <T> String said(List<DataColumn<T, ?>> shown, T row) {
        return shown.stream().map(column -> column.textOf(row)).collect(Collectors.joining("\n"));
    }

    private Object version(List<DataColumn<T, ?>> now) {
        return now.stream().map(DataColumn::getId).toList();
    }

    private static List<String> words(String text) {
        String plain = Defang.refang(text).toLowerCase(Locale.ROOT).strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    /// Some of the rows in an order.
    private static final class Some<T> extends AbstractList<T> implements RandomAccess {
        private final List<T> rows;
        private final int[] order;

        Some(List<T> rows, int[] order) {
            this.rows = rows;
            this.order = order;
        }

        @Override
        public T get(int place) {
            return rows.get(order[place]);
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
