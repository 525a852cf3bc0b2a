package dupin.model;

import java.util.AbstractList;
import java.util.List;

/// A list that never changes and may make its elements only when it is asked for them. Records keep it as it is, where
/// other lists are copied. Going through it from end to end costs what making all elements costs, and so may [#get].
/// Thread-safe.
public abstract class Frozen<E> extends AbstractList<E> {

    /// The list itself when it is frozen, otherwise an unmodifiable copy.
    public static <T> List<T> copyOf(List<T> list) {
        return list instanceof Frozen ? list : List.copyOf(list);
    }
}
