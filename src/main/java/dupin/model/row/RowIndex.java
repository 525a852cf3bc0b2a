package dupin.model.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What rows in memory are ordered and searched by, worked out once for each column and once for the text, when first
/// asked for. Any thread; one at a time, others wait.
public final class RowIndex<T> {
    private final List<T> rows;
    private final Map<String, long[]> keys = new HashMap<>();
    private RowText text = new RowText();
    private Object textOf = "";

    /// @param rows that do not change
    public RowIndex(List<T> rows) {
        this.rows = rows;
    }

    /// What rows are sorted by.
    ///
    /// @param column names it: its keys are worked out once
    /// @param keys of each row, equal for equal ones
    public record Key<T>(String column, Function<List<T>, long[]> keys, boolean ascending) {}

    public List<T> rows() {
        return rows;
    }

    /// Places of the rows that fit, in order; equal ones in the order in which the rows came.
    ///
    /// @param words that the text of a row has, in lower case
    /// @param version of the haystack: the text is made again when it is another
    /// @param only null for all
    /// @param sorts the first counts most
    public synchronized int[] find(
            List<String> words,
            Function<T, String> haystack,
            Object version,
            @Nullable Predicate<T> only,
            List<Key<T>> sorts) {
        BitSet said = words.isEmpty() ? new BitSet() : said(words, haystack, version);
        int[] kept = new int[rows.size()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if ((words.isEmpty() || said.get(i)) && (only == null || only.test(rows.get(i)))) {
                kept[count++] = i;
            }
        }
        int[] order = Arrays.copyOf(kept, count);
        // The last key first: each sort keeps what the one before has put in order.
        for (Key<T> sort : sorts.reversed()) {
            order = sorted(order, keys(sort), sort.ascending());
        }
        return order;
    }

    /// Works out what a first question would wait for.
    public synchronized void warm(List<Key<T>> sorts, Function<T, String> haystack, Object version) {
        sorts.forEach(this::keys);
        said(List.of("\n"), haystack, version);
    }

    private static int[] sorted(int[] order, long[] all, boolean ascending) {
        long[] some = new long[order.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = ascending ? all[order[i]] : -all[order[i]];
        }
        return RowSort.byKeys(order, some);
    }

    private long[] keys(Key<T> sort) {
        return keys.computeIfAbsent(sort.column(), _ -> sort.keys().apply(rows));
    }

    private BitSet said(List<String> words, Function<T, String> haystack, Object version) {
        if (!version.equals(textOf)) {
            text = new RowText();
            for (int i = 0; i < rows.size(); i++) {
                text.set(i, haystack.apply(rows.get(i)).toLowerCase(Locale.ROOT));
            }
            textOf = version;
        }
        BitSet found = text.find(words.getFirst());
        words.stream().skip(1).forEach(word -> found.and(text.find(word)));
        return found;
    }

    /// The place of each row's value in the order of values; each different value is compared once.
    public static <T, V> long[] places(List<T> rows, Function<T, V> value, Comparator<? super V> comparator) {
        long[] keys = new long[rows.size()];
        var codes = new HashMap<V, Integer>();
        var values = new ArrayList<V>();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = codes.computeIfAbsent(value.apply(rows.get(i)), v -> added(values, v));
        }
        int[] order = new int[values.size()];
        Arrays.setAll(order, i -> i);
        order = RowSort.by(order, (a, b) -> comparator.compare(values.get(a), values.get(b)));
        long[] places = new long[order.length];
        for (int i = 1; i < order.length; i++) {
            boolean equal = comparator.compare(values.get(order[i - 1]), values.get(order[i])) == 0;
            places[order[i]] = places[order[i - 1]] + (equal ? 0 : 1);
        }
        Arrays.setAll(keys, i -> places[(int) keys[i]]);
        return keys;
    }

    private static <V> int added(List<V> values, V value) {
        values.add(value);
        return values.size() - 1;
    }
}
