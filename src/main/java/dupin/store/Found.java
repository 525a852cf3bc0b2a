package dupin.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The ids of the rows that a question found, in order, as it was asked: later changes do not reach it. Thread-safe.
public final class Found {
    private final String[] ids;
    private final int[] rows;
    private final Function<Iterable<String>, BitSet> numbers;

    Found(String[] ids, int[] rows, Function<Iterable<String>, BitSet> numbers) {
        this.ids = ids;
        this.rows = rows;
        this.numbers = numbers;
    }

    public int size() {
        return rows.length;
    }

    public List<String> ids(int from, int to) {
        var some = new ArrayList<String>(to - from);
        for (int i = from; i < to; i++) {
            some.add(ids[rows[i]]);
        }
        return some;
    }

    /// Where rows of these ids stand, ascending; ids that were not found are left out.
    public int[] places(Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return new int[0];
        }
        BitSet looked = numbers.apply(wanted);
        int[] places = new int[looked.cardinality()];
        int count = 0;
        for (int i = 0; i < rows.length && count < places.length; i++) {
            if (looked.get(rows[i])) {
                places[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(places, count);
    }
}
