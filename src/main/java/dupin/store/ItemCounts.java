package dupin.store;

import dupin.model.row.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How many rows say each item of some columns of texts; a row that says it in several of them counts once. Guarded by
/// its index.
final class ItemCounts {
    /// So many different rows, as far as the columns go, are counted in an array.
    private static final long SMALL = 1 << 20;

    private final ListWords[] columns;
    private final Map<String, WordCount> byItem = new HashMap<>();

    ItemCounts(ListWords... columns) {
        this.columns = columns;
    }

    /// @param rows how many there are
    /// @param gone those that do not count
    /// @param most items that are told, the most frequent ones; sorted by their words
    List<WordCount> of(int rows, BitSet gone, int most) {
        long size = 1;
        for (ListWords column : columns) {
            size *= Math.max(1, column.size());
        }
        if (size <= SMALL) {
            int[] counts = counted(rows, gone, (int) size);
            for (int key = 0; key < counts.length; key++) {
                if (counts[key] > 0) {
                    add(key, counts[key]);
                }
            }
        } else {
            var counts = new HashMap<Long, Integer>();
            for (int row = gone.nextClearBit(0); row < rows; row = gone.nextClearBit(row + 1)) {
                counts.merge(key(row), 1, Integer::sum);
            }
            counts.forEach(this::add);
        }
        return byItem.values().stream()
                .sorted(Comparator.comparingInt(WordCount::rows).reversed().thenComparing(WordCount::word))
                .limit(most)
                .sorted(Comparator.comparing(WordCount::word, ListWords.ORDER))
                .toList();
    }

    private int[] counted(int rows, BitSet gone, int size) {
        int[] counts = new int[size];
        ListWords only = columns.length == 1 ? columns[0] : null;
        for (int row = gone.nextClearBit(0); row < rows; row = gone.nextClearBit(row + 1)) {
            counts[only != null ? only.code(row) : (int) key(row)]++;
        }
        return counts;
    }

    /// The texts of a row in one number.
    private long key(int row) {
        long key = 0;
        for (ListWords column : columns) {
            key = key * column.size() + column.code(row);
        }
        return key;
    }

    private void add(long key, int rows) {
        var items = new ArrayList<String>();
        long rest = key;
        for (int i = columns.length - 1; i >= 0; i--) {
            int size = Math.max(1, columns[i].size());
            items.addAll(Arrays.asList(columns[i].text((int) (rest % size)).split("\n")));
            rest /= size;
        }
        var said = new HashSet<String>();
        for (String item : items) {
            // Filters find words in any case: two that differ in nothing else are one.
            String lower = item.toLowerCase(Locale.ROOT);
            if (!item.isEmpty() && said.add(lower)) {
                byItem.merge(lower, new WordCount(item, rows), ItemCounts::both);
            }
        }
    }

    private static WordCount both(WordCount one, WordCount other) {
        String word = one.word().compareTo(other.word()) <= 0 ? one.word() : other.word();
        return new WordCount(word, one.rows() + other.rows());
    }
}
