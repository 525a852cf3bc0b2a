package dupin.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes records of known types in few bytes. Texts, times and small records that came among the latest are written as
/// a reference; the reader remembers along.
final class RecordWriter {
    static final int RING = 1 << 16;
    static final int NOTHING = 0;
    static final int AGAIN = 1;
    static final int TEXT = 2;
    static final int TIME = 3;
    static final int SPAN = 4;
    static final int LIST = 5;
    static final int WORD = 6;
    static final int MAP = 7;
    static final int FIRST_RECORD = 8;

    private final RecordShapes shapes;
    private final ByteWriter out;
    private final Map<Object, Integer> known = new HashMap<>();
    private final @Nullable Object[] ring = new Object[RING];
    private int next;

    RecordWriter(RecordShapes shapes, ByteWriter out) {
        this.shapes = shapes;
        this.out = out;
    }

    /// What follows is read by a reader of its own.
    void forget() {
        known.clear();
        Arrays.fill(ring, null);
        next = 0;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            out.number(NOTHING);
            return;
        }
        RecordShapes.Shape shape = value instanceof Record record ? shapes.shape(record) : null;
        boolean kept = shape == null ? value instanceof String || value instanceof Instant : shape.again();
        Integer place = kept ? known.get(value) : null;
        if (place != null) {
            out.number(AGAIN);
            out.number(next - 1 - place);
            return;
        }
        switch (value) {
            case String text -> {
                out.number(TEXT);
                out.text(text);
            }
            case Instant time -> {
                out.number(TIME);
                out.signed(time.getEpochSecond());
                out.number(time.getNano());
            }
            case Duration span -> {
                out.number(SPAN);
                out.signed(span.getSeconds());
                out.number(span.getNano());
            }
            case Enum<?> word -> {
                out.number(WORD);
                out.number(shapes.words().indexOf(word.getDeclaringClass()));
                out.number(word.ordinal());
            }
            case List<?> list -> {
                out.number(LIST);
                out.number(list.size());
                list.forEach(this::write);
            }
            case Map<?, ?> map -> {
                out.number(MAP);
                out.number(map.size());
                map.forEach((key, item) -> {
                    write(key);
                    write(item);
                });
            }
            default -> {
                if (shape == null) {
                    throw new StoreException("A value of a type that is not written: " + value.getClass().getName());
                }
                record(value, shape);
            }
        }
        if (kept) {
            keep(value);
        }
    }

    private void record(Object value, RecordShapes.Shape shape) {
        out.number(FIRST_RECORD + shape.number());
        for (int i = 0; i < shape.parts().length; i++) {
            Object part = shape.part(value, i);
            Class<?> type = shape.parts()[i];
            if (type.isEnum()) {
                out.number(part instanceof Enum<?> word ? word.ordinal() + 1 : 0);
            } else if (type == boolean.class) {
                out.number(Boolean.TRUE.equals(part) ? 1 : 0);
            } else if (type.isPrimitive()) {
                out.signed(whole(part, type));
            } else {
                write(part);
            }
        }
    }

    private static long whole(@Nullable Object number, Class<?> type) {
        if ((type == int.class || type == long.class) && number instanceof Number it) {
            return it.longValue();
        }
        throw new StoreException("A number of a type that is not written: " + type);
    }

    private void keep(Object value) {
        int slot = next % RING;
        Object old = ring[slot];
        if (old != null) {
            known.remove(old, next - RING);
        }
        ring[slot] = value;
        known.put(value, next);
        next++;
    }
}
