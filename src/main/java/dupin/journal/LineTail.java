package dupin.journal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What follows the entry in a line and ends it. None of it can occur inside a JSON string, where quotes are escaped. Read
/// from the end, without a look at the rest of the line.
///
/// @param start where it begins: the comma before `"hash"`
record LineTail(int start, String hash, int left, String prev, long seq, String type) {
    private static final byte[] HASH = bytes(",\"hash\":\"");
    private static final byte[] LEFT = bytes("\",\"left\":");
    private static final byte[] PREV = bytes(",\"prev\":\"");
    private static final byte[] SEQ = bytes("\",\"seq\":");
    private static final byte[] TYPE = bytes(",\"type\":\"");
    private static final byte[] END = bytes("\"}");
    private static final int HEX = 64;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Null when the line ends otherwise.
    static @Nullable LineTail of(byte[] line, int length) {
        int typeEnd = before(line, length, END);
        int type = run(line, typeEnd, 80, LineTail::letter);
        int seqEnd = before(line, type, TYPE);
        int seq = run(line, seqEnd, 18, LineTail::digit);
        int prevEnd = before(line, seq, SEQ);
        int prev = run(line, prevEnd, HEX, LineTail::hex);
        int leftEnd = before(line, prev, PREV);
        int left = run(line, leftEnd, 9, LineTail::digit);
        int hashEnd = before(line, left, LEFT);
        int hash = run(line, hashEnd, HEX, LineTail::hex);
        int start = before(line, hash, HASH);
        if (start < 0 || prevEnd - prev != HEX || hashEnd - hash != HEX) {
            return null;
        }
        return new LineTail(
                start,
                text(line, hash, hashEnd),
                (int) number(line, left, leftEnd),
                text(line, prev, prevEnd),
                number(line, seq, seqEnd),
                text(line, type, typeEnd));
    }

    private interface Kind {
        boolean holds(byte b);
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean hex(byte b) {
        return digit(b) || b >= 'a' && b <= 'f';
    }

    private static boolean letter(byte b) {
        return digit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    /// Where the text begins that ends before a place; -1 when another stands there.
    private static int before(byte[] line, int end, byte[] text) {
        int start = end - text.length;
        if (start < 0) {
            return -1;
        }
        for (int i = 0; i < text.length; i++) {
            if (line[start + i] != text[i]) {
                return -1;
            }
        }
        return start;
    }

    /// Where the characters of a kind begin that end before a place; -1 when there is none or one too many.
    private static int run(byte[] line, int end, int most, Kind kind) {
        int start = end;
        while (start > 0 && end - start <= most && kind.holds(line[start - 1])) {
            start--;
        }
        return end < 0 || start == end || end - start > most ? -1 : start;
    }

    private static long number(byte[] line, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (line[i] - '0');
        }
        return value;
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.US_ASCII);
    }
}
