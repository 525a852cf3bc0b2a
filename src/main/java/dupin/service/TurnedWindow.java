package dupin.service;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another window's rows, the last one first.
record TurnedWindow<T>(Window<T> other) implements Window<T> {

    @Override
    public int size() {
        return other.size();
    }

    @Override
    public List<@Nullable T> rows(int from, int to) {
        return other.rows(size() - to, size() - from).reversed();
    }

    @Override
    public int[] places(Collection<?> ids) {
        return Arrays.stream(other.places(ids)).map(place -> size() - 1 - place).sorted().toArray();
    }

    @Override
    public @Nullable T atHand(int place) {
        return other.atHand(size() - 1 - place);
    }

    @Override
    public Window<T> turned() {
        return other;
    }
}
