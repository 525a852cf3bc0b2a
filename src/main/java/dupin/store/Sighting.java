package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Entity;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one entity of several sightings of it.
final class Sighting {

    private static final Comparator<String> LONGER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Sighting() {}

    /// The fullest that both together tell. Does not depend on the order: of two texts the longer stays (then the later
    /// in the alphabet), of two numbers the greater, of two times the earlier, lists are united. Name, path and device
    /// of a file belong together and are taken from one sighting. The key stays that of the sightings.
    static Entity fullest(Entity a, Entity b) {
        if (a.equals(b) || a.getClass() != b.getClass()) {
            return a.equals(b) || EntryCodec.write(a).compareTo(EntryCodec.write(b)) >= 0 ? a : b;
        }
        Entity merged = merge(a, b, Sighting::fuller);
        if (a instanceof Entity.File one && b instanceof Entity.File other && merged instanceof Entity.File file) {
            Entity.File place = placed(one, other);
            merged =
                    new Entity.File(
                            place.fileName(),
                            place.filePath(),
                            file.sha256(),
                            file.sha1(),
                            file.md5(),
                            file.fileSize(),
                            file.signer(),
                            file.issuer(),
                            file.filePublisher(),
                            place.device());
        }
        if (merged.equals(a) || merged.equals(b)) {
            return merged.equals(a) ? a : b;
        }
        boolean kept = !a.key().equals(b.key()) || merged.key().equals(a.key());
        return kept ? merged : EntryCodec.write(a).compareTo(EntryCodec.write(b)) >= 0 ? a : b;
    }

    private static Entity.File placed(Entity.File a, Entity.File b) {
        Comparator<Entity.File> byPlace =
                Comparator.<Entity.File>comparingInt(f -> f.fullPath().length())
                        .thenComparing(Entity.File::fullPath)
                        .thenComparing(Entity.File::device)
                        .thenComparing(Entity.File::filePath);
        return byPlace.compare(a, b) >= 0 ? a : b;
    }

    /// The first, with what it lacks taken from the second.
    static Entity fillGaps(Entity base, Entity other) {
        return base.getClass() == other.getClass() ? merge(base, other, (a, b) -> lacking(a) ? b : a) : base;
    }

    private interface Choice {
        @Nullable Object of(@Nullable Object a, @Nullable Object b);
    }

    /// How to take a record apart and put it together.
    private record Shape(Method[] parts, Constructor<?> whole) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new Shape(
                        Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new),
                        type.getDeclaredConstructor(
                                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " is no record", e);
            }
        }
    }

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return Shape.of(type);
                }
            };

    private static Entity merge(Entity a, Entity b, Choice choice) {
        Shape shape = SHAPES.get(a.getClass());
        var values = new Object[shape.parts.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = choice.of(shape.parts[i].invoke(a), shape.parts[i].invoke(b));
            }
            return (Entity) shape.whole.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Cannot join two sightings of " + a.key(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot join two sightings of " + a.key(), e);
        }
    }

    private static boolean lacking(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Number number -> number.longValue() == 0;
            case List<?> list -> list.isEmpty();
            case Entity.File file ->
                    file.fullPath().isEmpty()
                            && file.sha256().isEmpty()
                            && file.sha1().isEmpty()
                            && file.md5().isEmpty();
            default -> false;
        };
    }

    private static @Nullable Object fuller(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return switch (a) {
            case String text when b instanceof String other -> LONGER.compare(text, other) >= 0 ? text : other;
            case Integer number when b instanceof Integer other -> Math.max(number, other);
            case Long number when b instanceof Long other -> Math.max(number, other);
            case Instant time when b instanceof Instant other -> time.isBefore(other) ? time : other;
            case Entity.File file when b instanceof Entity.File other -> fullest(file, other);
            case List<?> list when b instanceof List<?> other -> united(list, other);
            default -> a.toString().compareTo(b.toString()) >= 0 ? a : b;
        };
    }

    private static List<Object> united(List<?> a, List<?> b) {
        if (a.equals(b)) {
            return List.copyOf(a);
        }
        var all = new TreeSet<Object>(Comparator.comparing(Object::toString));
        all.addAll(a);
        all.addAll(b);
        return Arrays.asList(all.toArray());
    }
}
