package dupin.engine;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.LinkReason;
import dupin.model.RowRef;
import dupin.model.Technique;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets equal texts, times, keys and entities of a case be one object: entries repeat a few thousand texts a million times
/// over. Remembers the latest values only, in a table of fixed size, so that it never grows with the case. What it hands
/// back always equals what it was given. Thread-safe: whoever loses a race keeps an equal object of its own.
public final class Sharing {
    private static final int SLOTS = 1 << 17;
    private static final int LONGEST_LIST = 16;

    /// How a record type is taken apart and put together.
    private record Shape(Method[] reads, Constructor<?> maker, boolean kept) {}

    /// Of the program, not of a case: taking a type apart costs more than a small case.
    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return shape(type);
                }
            };

    private final @Nullable Object[] slots = new Object[SLOTS];
    private final Texts texts = new Texts();

    Texts texts() {
        return texts;
    }

    /// The value, made of objects that equal values handed back before are made of.
    public <T> T share(T value) {
        @SuppressWarnings("unchecked") // every way through it hands back an equal object of the same class
        T shared = (T) shared(value);
        return shared;
    }

    /// The value, or an equal one that was handed back before, without a look at what it is made of: for values that are
    /// put together from parts that went through here.
    Object latest(Object value) {
        boolean again =
                switch (value) {
                    case String _, Instant _ -> true;
                    case List<?> list -> repeats(list);
                    case Record record -> kept(record.getClass());
                    default -> false;
                };
        return again ? kept(value) : value;
    }

    private Object shared(Object value) {
        return switch (value) {
            case String text -> text.isEmpty() ? "" : kept(text);
            case Instant time -> kept(time);
            case List<?> list -> list(list);
            case Record record -> record(record);
            default -> value;
        };
    }

    private Object kept(Object value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        Object known = slots[slot];
        if (value.equals(known)) {
            return known;
        }
        slots[slot] = value;
        return value;
    }

    private List<?> list(List<?> list) {
        if (list.isEmpty()) {
            return List.of();
        }
        if (list.size() == 1) {
            Object only = shared(list.getFirst());
            List<?> one = only == list.getFirst() ? list : List.of(only);
            return cheap(only) ? (List<?>) kept(one) : one;
        }
        var made = new ArrayList<Object>(list.size());
        boolean same = true;
        for (Object each : list) {
            Object shared = shared(each);
            same &= shared == each;
            made.add(shared);
        }
        List<?> all = same ? list : List.copyOf(made);
        return repeats(all) ? (List<?>) kept(all) : all;
    }

    private static boolean repeats(List<?> list) {
        return list.size() <= LONGEST_LIST && list.stream().allMatch(Sharing::cheap);
    }

    /// Whether it is compared quickly and likely to come again.
    private static boolean cheap(Object value) {
        return value instanceof String || value instanceof EntityKey || value instanceof Citation;
    }

    private Object record(Record value) {
        Shape shape = SHAPES.get(value.getClass());
        if (shape.kept()) {
            Object known = kept(value);
            if (known != value) {
                return known;
            }
        }
        try {
            Object[] parts = new Object[shape.reads().length];
            boolean same = true;
            for (int i = 0; i < parts.length; i++) {
                Object part = shape.reads()[i].invoke(value);
                parts[i] = part == null ? null : shared(part);
                same &= parts[i] == part;
            }
            if (same) {
                return value;
            }
            Object made = shape.maker().newInstance(parts);
            return shape.kept() ? keptAnew(made) : made;
        } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
            throw new IllegalStateException("A record of the model cannot be taken apart: " + value.getClass(), e);
        }
    }

    private Object keptAnew(Object value) {
        int hash = value.hashCode();
        slots[(hash ^ hash >>> 15) & SLOTS - 1] = value;
        return value;
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Method[] reads = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
            return new Shape(reads, type.getDeclaredConstructor(types), kept(type));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor: " + type, e);
        }
    }

    private static boolean kept(Class<?> type) {
        return Entity.class.isAssignableFrom(type)
                || type == EntityKey.class
                || type == Citation.class
                || type == Technique.class
                || type == LinkReason.class
                || type == RowRef.class;
    }
}
