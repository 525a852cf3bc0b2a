package dupin.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A sorted set in one array, for the many sets of a case that hold one or two things. Putting costs the moving of what
/// comes after it; what comes in order costs nothing.
final class SortedArray<T> {
    private final Comparator<? super T> order;
    private Object[] items = new Object[1];
    private int size;

    SortedArray(Comparator<? super T> order) {
        this.order = order;
    }

    SortedArray<T> copy() {
        var copy = new SortedArray<T>(order);
        copy.items = Arrays.copyOf(items, Math.max(1, size));
        copy.size = size;
        return copy;
    }

    /// Puts it in its place; of one that the order holds equal the first stays.
    void add(T item) {
        put(item, (old, _) -> old);
    }

    /// Puts it in its place, or what the choice makes of it and the one that the order holds equal.
    void put(T item, BinaryOperator<T> choice) {
        int at = find(item);
        if (at >= 0) {
            items[at] = choice.apply(item(at), item);
            return;
        }
        int place = -1 - at;
        if (size == items.length) {
            items = Arrays.copyOf(items, size + 1 + (size >> 2));
        }
        System.arraycopy(items, place, items, place + 1, size - place);
        items[place] = item;
        size++;
    }

    void removeIf(Predicate<T> which) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!which.test(item(i))) {
                items[kept++] = items[i];
            }
        }
        Arrays.fill(items, kept, size, Vacant.PLACE);
        size = kept;
    }

    void clear() {
        removeIf(_ -> true);
    }

    void remove(T item) {
        int at = find(item);
        if (at >= 0) {
            System.arraycopy(items, at + 1, items, at, size - at - 1);
            size--;
            items[size] = Vacant.PLACE;
        }
    }

    /// Stands where nothing is, so that nothing is kept alive.
    private enum Vacant {
        PLACE
    }

    private int find(T item) {
        int low = 0;
        int high = size - 1;
        if (size > 0 && order.compare(item(high), item) < 0) {
            return -1 - size;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = order.compare(item(middle), item);
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return -1 - low;
    }

    @SuppressWarnings("unchecked") // only what is a T is put in
    private T item(int at) {
        return (T) items[at];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// A view of it in its order, which changes with it.
    List<T> list() {
        return size == 0 ? Collections.emptyList() : new View();
    }

    private final class View extends AbstractList<T> {
        @Override
        public T get(int index) {
            return item(java.util.Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return stream().anyMatch(item -> item.equals(other));
        }
    }
}
