package dupin.service;

import dupin.model.Entry;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of each kind, filled with nothing in particular.
final class EntrySamples {
    private EntrySamples() {}

    static List<Entry> all() {
        return Arrays.stream(Entry.class.getPermittedSubclasses())
                .map(EntrySamples::of)
                .map(Entry.class::cast)
                .toList();
    }

    private static Object of(Class<?> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(types).map(EntrySamples::value).toArray();
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no " + type.getSimpleName(), e);
        }
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == List.class) {
            return List.of();
        }
        return type == Map.class ? Map.of() : null;
    }
}
