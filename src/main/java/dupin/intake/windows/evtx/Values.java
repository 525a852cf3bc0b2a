package dupin.intake.windows.evtx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Typed values of binary XML as text, spelt as Windows does.
final class Values {
    static final int NULL = 0x00;
    static final int BINARY_XML = 0x21;

    private static final int ARRAY = 0x80;
    private static final int MAX_ELEMENTS = 4_096;
    private static final long EPOCH = 116_444_736_000_000_000L;
    private static final long TICKS = 10_000_000L;
    private static final Charset ANSI =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Values() {}

    /// One text for a single value, one for each element of an array; none for nothing.
    ///
    /// @throws DamagedException when the value is not of its type's size
    static List<String> texts(Bytes bytes, Node.Value value) {
        if (value.type() == NULL || value.size() == 0) {
            return List.of();
        }
        if ((value.type() & ARRAY) != 0) {
            return array(bytes, value);
        }
        return List.of(text(bytes, value.type(), value.offset(), value.size()));
    }

    private static List<String> array(Bytes bytes, Node.Value value) {
        int type = value.type() & ~ARRAY;
        int end = value.offset() + value.size();
        var texts = new ArrayList<String>();
        if (type == 0x01 || type == 0x02) {
            int width = type == 0x01 ? 2 : 1;
            int start = value.offset();
            for (int at = start; at + width <= end; at += width) {
                boolean zero = width == 2 ? bytes.u16(at) == 0 : bytes.u8(at) == 0;
                if (zero || at + 2 * width > end) {
                    add(texts, text(bytes, type, start, (zero ? at : at + width) - start));
                    start = at + width;
                }
            }
            return texts;
        }
        int at = value.offset();
        while (at < end) {
            int size = type == 0x13 ? 8 + 4 * bytes.u8(at + 1) : width(type);
            if (size <= 0 || at + size > end) {
                throw new DamagedException("a list in it is cut off or of the unknown type " + type);
            }
            add(texts, text(bytes, type, at, size));
            at += size;
        }
        return texts;
    }

    private static void add(List<String> texts, String text) {
        if (texts.size() >= MAX_ELEMENTS) {
            throw new DamagedException("a list in it has more than " + MAX_ELEMENTS + " values");
        }
        texts.add(text);
    }

    private static int width(int type) {
        return switch (type) {
            case 0x03, 0x04 -> 1;
            case 0x05, 0x06 -> 2;
            case 0x07, 0x08, 0x0B, 0x0D, 0x14 -> 4;
            case 0x09, 0x0A, 0x0C, 0x10, 0x11, 0x15 -> 8;
            case 0x0F, 0x12 -> 16;
            default -> -1;
        };
    }

    private static String text(Bytes bytes, int type, int at, int size) {
        return switch (type) {
            case 0x01 -> bytes.utf16(at, size);
            case 0x02 -> ansi(bytes.copy(at, size));
            case 0x03 -> Integer.toString((byte) bytes.u8(at));
            case 0x04 -> Integer.toString(bytes.u8(at));
            case 0x05 -> Integer.toString((short) bytes.u16(at));
            case 0x06 -> Integer.toString(bytes.u16(at));
            case 0x07 -> Integer.toString(bytes.i32(at));
            case 0x08 -> Integer.toUnsignedString(bytes.i32(at));
            case 0x09 -> Long.toString(bytes.i64(at));
            case 0x0A -> Long.toUnsignedString(bytes.i64(at));
            case 0x0B -> Float.toString(Float.intBitsToFloat(bytes.i32(at)));
            case 0x0C -> Double.toString(Double.longBitsToDouble(bytes.i64(at)));
            case 0x0D -> Boolean.toString(bytes.i32(at) != 0);
            case 0x0E -> HexFormat.of().withUpperCase().formatHex(bytes.copy(at, size));
            case 0x0F -> guid(bytes, at);
            case 0x10, 0x14, 0x15, 0x20 -> "0x" + (size >= 8 ? hex(bytes.i64(at)) : Integer.toHexString(bytes.i32(at)));
            case 0x11 -> fileTime(bytes.i64(at));
            case 0x12 -> systemTime(bytes, at);
            case 0x13 -> sid(bytes, at, size);
            case 0x23 -> bytes.utf16(at, size);
            default ->
                    throw new DamagedException("a value in it is of the unknown type 0x" + Integer.toHexString(type));
        };
    }

    private static String ansi(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return new String(text, 0, end, ANSI);
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }

    private static String guid(Bytes bytes, int at) {
        byte[] tail = bytes.copy(at + 8, 8);
        HexFormat hex = HexFormat.of();
        return "{"
                + hex.toHexDigits(bytes.i32(at))
                + "-"
                + hex.toHexDigits((short) bytes.u16(at + 4))
                + "-"
                + hex.toHexDigits((short) bytes.u16(at + 6))
                + "-"
                + hex.formatHex(tail, 0, 2)
                + "-"
                + hex.formatHex(tail, 2, 8)
                + "}";
    }

    /// Ticks of 100 ns since 1601, kept whole.
    static Instant instant(long ticks) {
        long since = ticks - EPOCH;
        return Instant.ofEpochSecond(Math.floorDiv(since, TICKS), 100 * Math.floorMod(since, TICKS));
    }

    private static String fileTime(long ticks) {
        return ticks < 0 ? Long.toUnsignedString(ticks) : TIME.format(instant(ticks));
    }

    private static String systemTime(Bytes bytes, int at) {
        try {
            return TIME.format(
                    LocalDateTime.of(
                                    bytes.u16(at),
                                    bytes.u16(at + 2),
                                    bytes.u16(at + 6),
                                    bytes.u16(at + 8),
                                    bytes.u16(at + 10),
                                    bytes.u16(at + 12),
                                    1_000_000 * (bytes.u16(at + 14) % 1_000))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            // A cleared time is all zeroes and no day of any calendar.
            return "";
        }
    }

    private static String sid(Bytes bytes, int at, int size) {
        int count = bytes.u8(at + 1);
        if (size < 8 + 4 * count) {
            throw new DamagedException("a security identifier in it is cut off");
        }
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | bytes.u8(at + i);
        }
        var text = new StringBuilder("S-").append(bytes.u8(at)).append('-').append(authority);
        for (int i = 0; i < count; i++) {
            text.append('-').append(Integer.toUnsignedString(bytes.i32(at + 8 + 4 * i)));
        }
        return text.toString();
    }
}
