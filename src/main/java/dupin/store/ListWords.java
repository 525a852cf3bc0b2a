package dupin.store;

import dupin.model.row.RowSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A column of texts by row number, each different text kept once. Guarded by its index.
final class ListWords {
    static final Comparator<String> ORDER = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] codes = new int[64];

    /// Codes in the order of their texts, as many as were sorted, and the place of each in it.
    private int[] sorted = {};

    private int[] places = {};

    void set(int row, String word) {
        if (row >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(row + 1, codes.length * 2));
        }
        codes[row] = known.computeIfAbsent(word, this::added);
    }

    private int added(String word) {
        words.add(word);
        return words.size() - 1;
    }

    /// Whether texts came that have no place yet.
    boolean stale() {
        return sorted.length < words.size();
    }

    /// Gives every text its place in the order of texts.
    void settle() {
        int[] fresh = new int[words.size() - sorted.length];
        Arrays.setAll(fresh, i -> sorted.length + i);
        RowSort.Order order = (a, b) -> ORDER.compare(words.get(a), words.get(b));
        sorted = RowSort.merged(sorted, RowSort.by(fresh, order), order);
        places = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            places[sorted[i]] = i;
        }
    }

    /// The place of the row's text in the order of texts; settled before.
    long key(int row) {
        return places[codes[row]];
    }

    /// Which rows have a text that is wanted: each different text is looked at once.
    Wanted wanted(Predicate<String> wanted) {
        boolean[] fits = new boolean[words.size()];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = wanted.test(words.get(i));
        }
        return new Wanted(codes, fits);
    }

    /// How many different texts there are, each with a code below that.
    int size() {
        return words.size();
    }

    int code(int row) {
        return codes[row];
    }

    String text(int code) {
        return words.get(code);
    }

    record Wanted(int[] codes, boolean[] fits) {
        boolean has(int row) {
            return fits[codes[row]];
        }
    }
}
