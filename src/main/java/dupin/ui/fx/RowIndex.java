package dupin.ui.fx;

import dupin.model.row.RowSort;
import dupin.model.row.RowText;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// What rows in memory are ordered and searched by, worked out once for each column and once for the text, when first
/// asked for. Any thread, one at a time.
final class RowIndex<T> {
    private final List<T> rows;
    private final Map<String, long[]> keys = new HashMap<>();
    private RowText text = new RowText();
    private Object textOf = "";

    RowIndex(List<T> rows) {
        this.rows = rows;
    }

    List<T> rows() {
        return rows;
    }

    /// @param version of the haystack: the text is made again when it is another
    synchronized int[] find(
            List<String> words,
            Function<T, String> haystack,
            Object version,
            Predicate<T> only,
            boolean all,
            List<Tables.Sort> sorts,
            List<DataColumn<T, ?>> columns) {
        BitSet said = words.isEmpty() ? new BitSet() : said(words, haystack, version);
        int[] kept = new int[rows.size()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if ((words.isEmpty() || said.get(i)) && (all || only.test(rows.get(i)))) {
                kept[count++] = i;
            }
        }
        int[] order = Arrays.copyOf(kept, count);
        // The last key first: each sort keeps what the one before has put in order.
        for (Tables.Sort sort : sorts.reversed()) {
            for (DataColumn<T, ?> column : columns) {
                if (sort.column().equals(column.getId())) {
                    order = sorted(order, column, sort.ascending());
                }
            }
        }
        return order;
    }

    /// Works out what a first question would wait for.
    synchronized void warm(List<DataColumn<T, ?>> columns, Function<T, String> haystack, Object version) {
        columns.forEach(this::keys);
        said(List.of("\n"), haystack, version);
    }

    private int[] sorted(int[] order, DataColumn<T, ?> column, boolean ascending) {
        long[] all = keys(column);
        long[] some = new long[order.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = ascending ? all[order[i]] : -all[order[i]];
        }
        return RowSort.byKeys(order, some);
    }

    private long[] keys(DataColumn<T, ?> column) {
        return keys.computeIfAbsent(column.getId(), _ -> column.keys(rows));
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
}
