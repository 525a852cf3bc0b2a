package dupin.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads what [RecordWriter] wrote, from its first value on.
final class RecordReader {
    private final List<RecordShapes.Shape> shapes;
    private final List<Class<?>> words;
    private final ByteReader in;
    private final UnaryOperator<Object> made;
    private final @Nullable Object[] ring = new Object[RecordWriter.RING];
    private int next;

    /// @param made may put an equal object in the place of each value that was made
    RecordReader(RecordShapes shapes, ByteReader in, UnaryOperator<Object> made) {
        this.made = made;
        this.shapes = shapes.all();
        this.words = shapes.words();
        this.in = in;
    }

    /// @throws RuntimeException when the bytes are not what a writer wrote
    @Nullable Object read() {
        int tag = in.count();
        return switch (tag) {
            case RecordWriter.NOTHING -> null;
            case RecordWriter.AGAIN -> again(in.count());
            case RecordWriter.TEXT -> keep(in.text());
            case RecordWriter.TIME -> keep(Instant.ofEpochSecond(in.signed(), in.number()));
            case RecordWriter.SPAN -> Duration.ofSeconds(in.signed(), in.number());
            case RecordWriter.LIST -> list(in.count());
            case RecordWriter.MAP -> map(in.count());
            case RecordWriter.WORD -> words.get(in.count()).getEnumConstants()[in.count()];
            default -> record(shapes.get(tag - RecordWriter.FIRST_RECORD));
        };
    }

    private Object again(int back) {
        Object value = back >= RecordWriter.RING ? null : ring[Math.floorMod(next - 1 - back, RecordWriter.RING)];
        if (value == null) {
            throw new StoreException("A reference to nothing.");
        }
        return value;
    }

    private Object keep(Object value) {
        Object kept = made.apply(value);
        ring[next++ % RecordWriter.RING] = kept;
        return kept;
    }

    private Object list(int size) {
        if (size == 0) {
            return List.of();
        }
        var items = new ArrayList<Object>(Math.min(size, 1 << 10));
        for (int i = 0; i < size; i++) {
            Object item = read();
            if (item == null) {
                throw new StoreException("A list that holds nothing in a place.");
            }
            items.add(item);
        }
        return made.apply(List.copyOf(items));
    }

    private Map<Object, Object> map(int size) {
        var items = new LinkedHashMap<Object, Object>(Math.min(size, 1 << 10));
        for (int i = 0; i < size; i++) {
            Object key = read();
            Object item = read();
            if (key == null || item == null) {
                throw new StoreException("A map that holds nothing in a place.");
            }
            items.put(key, item);
        }
        return Collections.unmodifiableMap(items);
    }

    private Object record(RecordShapes.Shape shape) {
        var values = new @Nullable Object[shape.parts().length];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = shape.parts()[i];
            if (type.isEnum()) {
                int place = in.count();
                values[i] = place == 0 ? null : type.getEnumConstants()[place - 1];
            } else if (type == boolean.class) {
                values[i] = in.number() == 1;
            } else if (type == int.class) {
                values[i] = Math.toIntExact(in.signed());
            } else if (type == long.class) {
                values[i] = in.signed();
            } else {
                values[i] = read();
            }
        }
        Object record = shape.make(values);
        return shape.again() ? keep(record) : record;
    }
}
