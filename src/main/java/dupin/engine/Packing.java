package dupin.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Values one after the other in few bytes: numbers by their size, times by their distance to the time before, texts by
/// their number in [Texts] where they have one. Grows at its end only: what was read up to a length stays readable.
final class Packing {
    private static final String BETWEEN = "\0";
    private static final long SECOND = 1_000_000_000;

    /// Times that are further apart than this are written out.
    private static final long NEAR = 1L << 32;

    private final Texts texts;
    private byte[] bytes;
    private int size;
    private long second;
    private int nano;

    Packing(Texts texts) {
        this.texts = texts;
        this.bytes = new byte[0];
    }

    private Packing(Packing other) {
        texts = other.texts;
        bytes = Arrays.copyOf(other.bytes, other.size);
        size = other.size;
        second = other.second;
        nano = other.nano;
    }

    Packing copy() {
        return new Packing(this);
    }

    Packing number(long value) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, size + 10 + (size >> 3));
        }
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    Packing signed(long value) {
        return number(value << 1 ^ value >> 63);
    }

    Packing text(String text) {
        int known = text.isEmpty() ? -1 : texts.number(text);
        if (known >= 0) {
            return number((long) known << 1 | 1);
        }
        if (surrogates(text)) {
            number((long) text.length() << 2 | 2);
            text.chars().forEach(this::number);
            return this;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        number((long) raw.length << 2);
        if (size + raw.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, size + raw.length + (size >> 3));
        }
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
        return this;
    }

    /// Texts that often come together, which then are named together.
    Packing phrase(String... parts) {
        String all = String.join(BETWEEN, parts);
        boolean clear = all.chars().filter(c -> c == BETWEEN.charAt(0)).count() == parts.length - 1;
        int known = clear ? texts.number(all) : -1;
        number(known + 1);
        if (known < 0) {
            for (String part : parts) {
                text(part);
            }
        }
        return this;
    }

    /// Whether UTF-8 might not bring it back: halves of surrogate pairs are lost in it.
    private static boolean surrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    Packing time(@Nullable Instant time) {
        if (time == null) {
            return number(0);
        }
        long seconds = time.getEpochSecond();
        int nanos = time.getNano();
        if (Math.abs(seconds - second) < NEAR) {
            number(1).signed((seconds - second) * SECOND + (nanos - nano));
        } else {
            number(2).signed(seconds).number(nanos);
        }
        second = seconds;
        nano = nanos;
        return this;
    }

    Packing duration(@Nullable Duration duration) {
        if (duration == null) {
            return number(0);
        }
        return number(1).signed(duration.getSeconds()).number(duration.getNano());
    }

    /// Gives back the room that was taken in advance.
    void trim() {
        bytes = Arrays.copyOf(bytes, size);
    }

    Cursor read() {
        return new Cursor(texts, bytes, size);
    }

    /// Reads from the first value on what stood there when it was made.
    static final class Cursor {
        private final Texts texts;
        private final byte[] bytes;
        private final int end;
        private int at;
        private long second;
        private int nano;

        private Cursor(Texts texts, byte[] bytes, int end) {
            this.texts = texts;
            this.bytes = bytes;
            this.end = end;
        }

        /// A reader of the same, from its first value.
        Cursor again() {
            return new Cursor(texts, bytes, end);
        }

        boolean more() {
            return at < end;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        long signed() {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        String text() {
            long head = number();
            if ((head & 1) == 1) {
                return texts.text((int) (head >>> 1));
            }
            int length = (int) (head >>> 2);
            if ((head & 2) == 2) {
                char[] chars = new char[length];
                for (int i = 0; i < length; i++) {
                    chars[i] = (char) number();
                }
                return new String(chars);
            }
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        String[] phrase(int parts) {
            int known = (int) number() - 1;
            if (known >= 0) {
                return texts.text(known).split(BETWEEN, -1);
            }
            var all = new String[parts];
            for (int i = 0; i < parts; i++) {
                all[i] = text();
            }
            return all;
        }

        @Nullable Instant time() {
            long tag = number();
            if (tag == 0) {
                return null;
            }
            if (tag == 1) {
                long nanos = nano + signed();
                second += Math.floorDiv(nanos, SECOND);
                nano = (int) Math.floorMod(nanos, SECOND);
            } else {
                second = signed();
                nano = (int) number();
            }
            return Instant.ofEpochSecond(second, nano);
        }

        @Nullable Duration duration() {
            return number() == 0 ? null : Duration.ofSeconds(signed(), number());
        }
    }
}
