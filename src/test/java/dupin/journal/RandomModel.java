package dupin.journal;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes random values of any record of the model, with texts as unpleasant as hostile input can make them.
public final class RandomModel {

    private static final String[] TEXTS = {
        "",
        "plain",
        "C:\\Windows\\System32\\cmd.exe",
        "a \"quoted\" / slash",
        "line\nbreak\r\ttab\b\f",
        "\u0000\u0001\u001f\u007f",
        "Zürich 東京 \uD83D\uDE00",
        "half \uD83D pair",
        "\uDE00 other half",
        "\u2028\u2029\uFEFF\uFFFF",
        "x".repeat(300),
        "{\"hash\":\"0\"}",
        ",\"hash\":\"",
        "null",
        "1e5"
    };

    private final Random random;

    public RandomModel(long seed) {
        this.random = new Random(seed);
    }

    public <T> T make(Class<T> type) {
        return type.cast(value(type, 0));
    }

    public String text() {
        return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : Integer.toString(random.nextInt(50)));
    }

    public Instant instant() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000), random.nextInt(10_000_000) * 100L);
    }

    private @Nullable Object component(RecordComponent component, int depth) {
        AnnotatedType type = component.getAnnotatedType();
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        return nullable && random.nextInt(3) == 0 ? null : value(component.getGenericType(), depth + 1);
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            int size = depth > 5 ? 0 : random.nextInt(3);
            if (generic.getRawType() == List.class) {
                var list = new ArrayList<Object>();
                for (int i = 0; i < size; i++) {
                    list.add(value(generic.getActualTypeArguments()[0], depth + 1));
                }
                return list;
            }
            if (generic.getRawType() == Map.class) {
                var map = new TreeMap<String, Object>();
                for (int i = 0; i < size; i++) {
                    map.put(text(), value(generic.getActualTypeArguments()[1], depth + 1));
                }
                return map;
            }
        }
        return single((Class<?>) type, depth);
    }

    private Object single(Class<?> type, int depth) {
        if (type == String.class) {
            return text();
        } else if (type == int.class) {
            return random.nextInt(5) == 0 ? 0 : random.nextInt();
        } else if (type == long.class) {
            return random.nextInt(5) == 0 ? 0L : random.nextLong();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return instant();
        } else if (type == Duration.class) {
            return Duration.ofNanos(random.nextLong(1_000_000_000_000L) * 100);
        } else if (type == EntityKey.class) {
            return new EntityKey(EntityKind.values()[random.nextInt(EntityKind.values().length)], text());
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isSealed()) {
            return single(type.getPermittedSubclasses()[random.nextInt(type.getPermittedSubclasses().length)], depth);
        } else if (type.isRecord()) {
            return record(type, depth);
        }
        throw new AssertionError("the model has a component type that the journal does not know: " + type);
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = component(components[i], depth);
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.toString(), e);
        }
    }
}
