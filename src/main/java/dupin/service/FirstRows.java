package dupin.service;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first of another window's rows.
record FirstRows<T>(Window<T> other, int size) implements Window<T> {

    @Override
    public List<@Nullable T> rows(int from, int to) {
        return other.rows(from, to);
    }

    @Override
    public int[] places(Collection<?> ids) {
        return Arrays.stream(other.places(ids)).filter(place -> place < size).toArray();
    }

    @Override
    public @Nullable T atHand(int place) {
        return other.atHand(place);
    }
}
