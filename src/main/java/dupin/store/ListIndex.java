package dupin.store;

import dupin.model.row.RowSort;
import dupin.model.row.RowText;
import dupin.model.row.WordCount;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What a long list is sorted, filtered and searched by, in memory by row number: a million rows are put in any order
/// within a moment, which no index on disk can do. Rows keep their numbers, so that an answer stays what it was. Thread-safe.
final class ListIndex {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final long[][] numbers;
    private final ListWords[] words;
    private final RowText text = new RowText();
    private final BitSet gone = new BitSet();
    private String[] ids = new String[64];
    private int size;

    /// Row numbers by the hash of their ids; -1 where there is none.
    private int[] slots = free(256);

    private int[] byId = {};

    /// The order that was asked for last, of all rows: who types or filters asks for it again and again. Null when rows
    /// have changed since. Two who ask at once may both make it.
    private volatile @Nullable Ordered last;

    private record Ordered(Order order, int[] rows) {}

    ListIndex(int numbers, int words) {
        this.numbers = new long[numbers][64];
        this.words = new ListWords[words];
        Arrays.setAll(this.words, _ -> new ListWords());
    }

    /// @param text in lower case
    record Row(String id, long[] numbers, String[] words, String text) {}

    /// @param tests made while the index does not change, from its columns
    /// @param said words that the text must have, in lower case
    record Question(Function<ListIndex, List<IntPredicate>> tests, List<String> said, Order order, boolean ascending) {}

    /// What rows are ordered by; equal ones by id.
    sealed interface Order {
        record ById() implements Order {}

        record ByNumber(int column) implements Order {}

        record ByWord(int column) implements Order {}
    }

    void put(List<Row> rows) {
        lock.writeLock().lock();
        try {
            last = null;
            rows.forEach(this::put);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(Row row) {
        int at = slot(row.id());
        int number = slots[at];
        if (number < 0) {
            number = size++;
            grow();
            ids[number] = row.id();
            slots[at] = number;
            if (size * 2 > slots.length) {
                spread();
            }
        }
        gone.clear(number);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i][number] = row.numbers()[i];
        }
        for (int i = 0; i < words.length; i++) {
            words[i].set(number, row.words()[i]);
        }
        text.set(number, row.text());
    }

    void remove(List<String> goneIds) {
        lock.writeLock().lock();
        try {
            for (String id : goneIds) {
                int number = slots[slot(id)];
                if (number >= 0) {
                    gone.set(number);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    Found ask(Question question) {
        settleAndRead();
        try {
            int[] rows = kept(ordered(question.order()), fitting(question));
            if (!question.ascending()) {
                RowSort.reverse(rows);
            }
            return new Found(ids, rows, this::numbers);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The number column, for tests.
    long[] number(int column) {
        return numbers[column];
    }

    ListWords word(int column) {
        return words[column];
    }

    /// What rows say in any of the columns, and how many say it; of very many items the most frequent, sorted.
    List<WordCount> items(int most, int... columns) {
        lock.readLock().lock();
        try {
            ListWords[] some = Arrays.stream(columns).mapToObj(column -> words[column]).toArray(ListWords[]::new);
            return new ItemCounts(some).of(size, gone, most);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Holds the read lock afterwards: nothing comes in between.
    private void settleAndRead() {
        lock.writeLock().lock();
        try {
            settle();
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Puts what came in since the last question into order; long after a long load, so that somebody does it ahead.
    void settle() {
        lock.writeLock().lock();
        try {
            if (byId.length < size) {
                int[] fresh = new int[size - byId.length];
                int first = byId.length;
                Arrays.setAll(fresh, i -> first + i);
                RowSort.Order order = (a, b) -> ids[a].compareTo(ids[b]);
                byId = RowSort.merged(byId, RowSort.by(fresh, order), order);
            }
            for (ListWords column : words) {
                if (column.stale()) {
                    column.settle();
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int[] ordered(Order order) {
        Ordered known = last;
        if (known != null && known.order().equals(order)) {
            return known.rows();
        }
        int[] rows =
                switch (order) {
                    case Order.ById _ -> byId;
                    case Order.ByNumber by ->
                            RowSort.byKeys(byId.clone(), keys(byId, row -> numbers[by.column()][row]));
                    case Order.ByWord by -> RowSort.byKeys(byId.clone(), keys(byId, words[by.column()]::key));
                };
        last = new Ordered(order, rows);
        return rows;
    }

    /// The rows that a question asks for, looked at in the order in which they lie.
    private BitSet fitting(Question question) {
        var fitting = new BitSet(size);
        fitting.set(0, size);
        fitting.andNot(gone);
        question.said().forEach(word -> fitting.and(text.find(word)));
        List<IntPredicate> tests = question.tests().apply(this);
        if (!tests.isEmpty()) {
            for (int row = fitting.nextSetBit(0); row >= 0; row = fitting.nextSetBit(row + 1)) {
                fitting.set(row, fits(row, tests));
            }
        }
        return fitting;
    }

    private static boolean fits(int row, List<IntPredicate> tests) {
        for (IntPredicate test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static int[] kept(int[] ordered, BitSet fitting) {
        int[] rows = new int[fitting.cardinality()];
        int count = 0;
        for (int row : ordered) {
            if (fitting.get(row)) {
                rows[count++] = row;
            }
        }
        return rows;
    }

    private interface Key {
        long of(int row);
    }

    private static long[] keys(int[] rows, Key key) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key.of(rows[i]);
        }
        return keys;
    }

    /// Numbers of the rows that have these ids.
    BitSet numbers(Iterable<String> wanted) {
        var found = new BitSet();
        lock.readLock().lock();
        try {
            for (String id : wanted) {
                int number = slots[slot(id)];
                if (number >= 0) {
                    found.set(number);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        return found;
    }

    private int slot(String id) {
        int at = id.hashCode() * 0x9E3779B9 >>> 7 & slots.length - 1;
        while (slots[at] >= 0 && !ids[slots[at]].equals(id)) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void spread() {
        slots = free(slots.length * 2);
        for (int i = 0; i < size; i++) {
            slots[slot(ids[i])] = i;
        }
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    private void grow() {
        if (size <= ids.length) {
            return;
        }
        int length = ids.length * 2;
        ids = Arrays.copyOf(ids, length);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Arrays.copyOf(numbers[i], length);
        }
    }
}
