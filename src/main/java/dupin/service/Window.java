package dupin.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows that answer a question, frozen in their order as it was asked, of which stretches are read. What a row says is
/// of the moment of reading. Thread-safe; reading may block, so never on the screen's thread.
public interface Window<T> {

    int size();

    /// The rows from `from` (inclusive) to `to`; null for one that is no more.
    List<@Nullable T> rows(int from, int to);

    /// Where the rows of these ids stand, ascending; ids that are not among the rows are left out.
    int[] places(Collection<?> ids);

    /// The row, where it takes no waiting to say so; null otherwise.
    default @Nullable T atHand(int place) {
        return null;
    }

    /// The same rows, the last one first.
    default Window<T> turned() {
        return new TurnedWindow<>(this);
    }

    /// The first rows, at most so many.
    default Window<T> first(int most) {
        return most >= size() ? this : new FirstRows<>(this, most);
    }

    /// Rows that are all in memory.
    ///
    /// @param id what tells a row from its newer version
    static <T> Window<T> of(List<T> rows, Function<? super T, ?> id) {
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        return of(rows, order, id);
    }

    /// Some of the rows in another order.
    ///
    /// @param order places in `rows`; taken over
    static <T> Window<T> of(List<T> rows, int[] order, Function<? super T, ?> id) {
        return new Window<>() {
            @Override
            public int size() {
                return order.length;
            }

            @Override
            public List<@Nullable T> rows(int from, int to) {
                var some = new ArrayList<@Nullable T>(to - from);
                for (int i = from; i < to; i++) {
                    some.add(rows.get(order[i]));
                }
                return some;
            }

            @Override
            public int[] places(Collection<?> ids) {
                if (ids.isEmpty()) {
                    return new int[0];
                }
                Set<Object> wanted = new HashSet<>(ids);
                int[] places = new int[wanted.size()];
                int count = 0;
                for (int i = 0; i < order.length && count < places.length; i++) {
                    if (wanted.contains(id.apply(rows.get(order[i])))) {
                        places[count++] = i;
                    }
                }
                return Arrays.copyOf(places, count);
            }

            @Override
            public T atHand(int place) {
                return rows.get(order[place]);
            }
        };
    }
}
