package dupin.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import dupin.model.Entity;
import org.jspecify.annotations.Nullable;

/// All records and enumerations that hang on one type of the model, numbered in the order of their names: the only types
/// that [RecordWriter] writes and [RecordReader] makes. Immutable.
final class RecordShapes {
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final List<Class<?>> words;
    private final String signature;

    /// How a record is taken apart and put together.
    ///
    /// @param again whether it is likely to come again as a whole: an entity, or one of few components, all of them plain
    record Shape(int number, Class<?> type, Class<?>[] parts, Method[] reads, Constructor<?> maker, boolean again) {
        @Nullable Object part(Object record, int i) {
            try {
                return reads[i].invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new StoreException("A record cannot be taken apart: " + type.getName(), e);
            }
        }

        Object make(@Nullable Object[] values) {
            try {
                return maker.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new StoreException("A record cannot be put together: " + type.getName(), e);
            }
        }
    }

    static RecordShapes of(Class<?> root) {
        var found = new TreeMap<String, Class<?>>();
        find(root, found);
        return new RecordShapes(List.copyOf(found.values()));
    }

    private RecordShapes(List<Class<?>> types) {
        words = types.stream().filter(Class::isEnum).toList();
        var text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(type.getName());
            if (type.isRecord()) {
                Shape shape = shape(type, shapes.size());
                shapes.put(type, shape);
                text.append(shape.again() ? " again" : "");
                for (RecordComponent part : type.getRecordComponents()) {
                    text.append(' ').append(part.getName()).append(':').append(part.getGenericType().getTypeName());
                }
            } else {
                text.append(' ').append(Arrays.toString(type.getEnumConstants()));
            }
            text.append('\n');
        }
        signature = sha256(text.toString());
    }

    private static Shape shape(Class<?> type, int number) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] kinds = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        boolean again =
                Entity.class.isAssignableFrom(type)
                        || parts.length <= 12
                                && Arrays.stream(kinds)
                                        .noneMatch(k ->
                                                k.isRecord() || k == int.class || k == List.class || k == Map.class);
        try {
            return new Shape(
                    number,
                    type,
                    kinds,
                    Arrays.stream(parts).map(RecordComponent::getAccessor).toArray(Method[]::new),
                    type.getDeclaredConstructor(kinds),
                    again);
        } catch (NoSuchMethodException e) {
            throw new StoreException("A record without its canonical constructor: " + type.getName(), e);
        }
    }

    private static void find(Type type, Map<String, Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> find(argument, found));
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("dupin.")) {
            if (plain.isSealed()) {
                Arrays.stream(plain.getPermittedSubclasses()).forEach(kind -> find(kind, found));
            } else if (plain.isEnum() && found.put(plain.getName(), plain) == null) {
                return;
            } else if (plain.isRecord() && found.put(plain.getName(), plain) == null) {
                for (RecordComponent part : plain.getRecordComponents()) {
                    find(part.getGenericType(), found);
                }
            }
        }
    }

    /// Differs whenever a record gains, loses or renames a component, an enumeration a constant, or another record is written
    /// once and referred to.
    String signature() {
        return signature;
    }

    /// Enumerations in the order of their names.
    List<Class<?>> words() {
        return words;
    }

    Shape shape(Object record) {
        Shape known = shapes.get(record.getClass());
        if (known == null) {
            throw new StoreException("A record of a type that is not written: " + record.getClass().getName());
        }
        return known;
    }

    /// The shapes by their numbers.
    List<Shape> all() {
        return shapes.values().stream().sorted((a, b) -> Integer.compare(a.number(), b.number())).toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
