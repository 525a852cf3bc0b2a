package dupin.ui.fx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a table is filtered by, column by column: words that stand in it, or when its time may lie: so far back
/// from now, or in a stretch. Knows
/// no control but the columns; FX thread, or any one thread without a toolkit.
final class ColumnFilters<T> {
    private final InstantSource clock;
    private final List<DataColumn<T, ?>> columns;
    private final ReadOnlyObjectWrapper<Map<String, List<String>>> chosen = new ReadOnlyObjectWrapper<>(Map.of());

    /// @param columns all of the table; those that are no filters are passed over
    ColumnFilters(List<DataColumn<T, ?>> columns, InstantSource clock) {
        this.clock = clock;
        this.columns = columns.stream().filter(DataColumn::offered).toList();
    }

    /// The columns that can be filtered by.
    List<DataColumn<T, ?>> columns() {
        return columns;
    }

    /// Words by column, times as ISO durations or intervals; what is not there is not filtered.
    ReadOnlyObjectProperty<Map<String, List<String>>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    boolean has(DataColumn<T, ?> column, String word) {
        return words(column).contains(word);
    }

    void toggle(DataColumn<T, ?> column, String word) {
        Set<String> next = new TreeSet<>(words(column));
        if (!next.remove(word)) {
            next.add(word);
        }
        put(column, List.copyOf(next));
    }

    /// @param back null for any time
    void since(DataColumn<T, ?> column, @Nullable Duration back) {
        put(column, back == null ? List.of() : List.of(back.toString()));
    }

    void within(DataColumn<T, ?> column, Stretch stretch) {
        put(column, stretch.equals(Stretch.ANY) ? List.of() : List.of(stretch.word()));
    }

    /// The stretch that the column's time lies in; [Stretch#ANY] where it is not filtered.
    Stretch stretch(DataColumn<T, ?> column) {
        return words(column).stream().findFirst().map(this::stretch).orElse(Stretch.ANY);
    }

    private Stretch stretch(String word) {
        Stretch typed = Stretch.parse(word);
        Duration back = back(word);
        return typed != null ? typed : back == null ? Stretch.ANY : new Stretch(clock.instant().minus(back), null);
    }

    void clear() {
        chosen.set(Map.of());
    }

    /// What was chosen before; words of columns that are no filters any more are left out.
    void set(Map<String, List<String>> before) {
        var next = new LinkedHashMap<String, List<String>>();
        for (DataColumn<T, ?> column : columns) {
            List<String> words = before.getOrDefault(column.getId(), List.of());
            if (column.timed() ? words.stream().anyMatch(ColumnFilters::timed) : !words.isEmpty()) {
                next.put(column.getId(), List.copyOf(words));
            }
        }
        chosen.set(Map.copyOf(next));
    }

    /// Each word that is filtered by, in the order of the columns.
    List<FilterParts.Chip> chips() {
        var chips = new ArrayList<FilterParts.Chip>();
        for (DataColumn<T, ?> column : columns) {
            for (String word : words(column)) {
                chips.add(
                        new FilterParts.Chip(
                                Messages.text("filter.is", column.getText(), named(column, word)),
                                () -> toggle(column, word)));
            }
        }
        return List.copyOf(chips);
    }

    /// Which rows stay; null for all. Any thread.
    @Nullable Predicate<T> test() {
        Predicate<T> all = null;
        for (DataColumn<T, ?> column : columns) {
            List<String> words = words(column);
            if (!words.isEmpty()) {
                Predicate<T> one = column.timed() ? within(column) : among(column, Set.copyOf(words));
                all = all == null ? one : all.and(one);
            }
        }
        return all;
    }

    private static <T> Predicate<T> among(DataColumn<T, ?> column, Set<String> words) {
        return row -> said(column, row).stream().anyMatch(words::contains);
    }

    private Predicate<T> within(DataColumn<T, ?> column) {
        Stretch stretch = stretch(column);
        return row -> stretch.holds(column.timeOf(row));
    }

    private static boolean timed(String word) {
        return back(word) != null || Stretch.parse(word) != null;
    }

    /// How many rows say what, the most frequent first. Any thread.
    static <T> List<Map.Entry<String, Integer>> counts(DataColumn<T, ?> column, List<T> rows) {
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> said(column, row).forEach(word -> counts.merge(word, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER)))
                .toList();
    }

    /// A row that says nothing says "".
    private static <T> List<String> said(DataColumn<T, ?> column, T row) {
        List<String> said = column.wordsOf(row);
        return said.isEmpty() ? List.of("") : said;
    }

    /// How a word stands in menus and chips.
    static String named(DataColumn<?, ?> column, String word) {
        if (column.timed()) {
            Stretch typed = Stretch.parse(word);
            return typed != null ? typed.label() : FilterParts.back(back(word));
        }
        return word.isEmpty() ? Messages.text("filter.empty") : Elide.middle(Elide.oneLine(word), 60);
    }

    private static @Nullable Duration back(String word) {
        try {
            return Duration.parse(word);
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private List<String> words(DataColumn<T, ?> column) {
        return chosen.get().getOrDefault(column.getId(), List.of());
    }

    private void put(DataColumn<T, ?> column, List<String> words) {
        var next = new LinkedHashMap<>(chosen.get());
        next.put(column.getId(), words);
        next.values().removeIf(List::isEmpty);
        chosen.set(Map.copyOf(next));
    }
}
