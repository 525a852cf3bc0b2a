package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Files of one JSON object per line, split without looking into the lines.
final class JsonLines {
    /// Longest line that is read.
    static final int MAX_LINE = 64 << 20;

    private JsonLines() {}

    /// @param length bytes of the line in the buffer, or -1 when the line is too long and was skipped
    @FunctionalInterface
    interface Line {
        void read(long number, long offset, byte[] bytes, int length) throws IOException;
    }

    static void read(Source source, Line line) throws IOException {
        try (InputStream in = TextStream.open(source)) {
            byte[] buffer = new byte[1 << 16];
            byte[] pending = new byte[1 << 12];
            int length = 0;
            boolean tooLong = false;
            long number = 1;
            long start = 0;
            long position = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int from = 0;
                for (int i = newline(buffer, 0, n); i < n; i = newline(buffer, i + 1, n)) {
                    pending = append(pending, length, buffer, from, i - from, tooLong);
                    tooLong |= length + (i - from) > MAX_LINE;
                    length = tooLong ? 0 : length + (i - from);
                    emit(line, number, start, pending, length, tooLong);
                    number++;
                    start = position + i + 1;
                    from = i + 1;
                    length = 0;
                    tooLong = false;
                }
                pending = append(pending, length, buffer, from, n - from, tooLong);
                tooLong |= length + (n - from) > MAX_LINE;
                length = tooLong ? 0 : length + (n - from);
                position += n;
            }
            emit(line, number, start, pending, length, tooLong);
        }
    }

    /// Where the next line ends, `end` when it does not. Apart, because a loop of its own is compiled well.
    private static int newline(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static byte[] append(byte[] pending, int length, byte[] buffer, int from, int count, boolean skip) {
        if (skip || length + count > MAX_LINE) {
            return pending;
        }
        byte[] room =
                length + count > pending.length
                        ? Arrays.copyOf(pending, Math.max(2 * pending.length, length + count))
                        : pending;
        System.arraycopy(buffer, from, room, length, count);
        return room;
    }

    /// Blank lines are passed over; a record separator in front, a carriage return and a comma behind are dropped.
    private static void emit(Line line, long number, long start, byte[] bytes, int length, boolean tooLong)
            throws IOException {
        if (tooLong) {
            line.read(number, start, bytes, -1);
            return;
        }
        int end = length;
        while (end > 0 && (bytes[end - 1] <= ' ' && bytes[end - 1] >= 0 || bytes[end - 1] == ',')) {
            end--;
        }
        if (end > 0 && bytes[0] == 0x1E) {
            bytes[0] = ' ';
        }
        if (end > 0) {
            line.read(number, start, bytes, end);
        }
    }
}
