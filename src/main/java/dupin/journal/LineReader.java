package dupin.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines of a stream as bytes, without their line ends, in one buffer that grows to the longest.
final class LineReader {

    /// A longer line is no journal's: an entry holds one record of an import, which is bounded far below.
    static final int MAX_LINE = 256 << 20;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int from;
    private int until;
    private byte[] line = new byte[1 << 12];

    LineReader(InputStream in) {
        this.in = in;
    }

    /// The line's length (more than [#MAX_LINE] when it was given up); at the end of the stream -1 minus the number of
    /// bytes that stand there without a line end.
    int next() throws IOException {
        int length = 0;
        while (true) {
            if (from == until) {
                until = Math.max(0, in.read(chunk));
                from = 0;
                if (until == 0) {
                    return -1 - length;
                }
            }
            int end = from;
            while (end < until && chunk[end] != '\n') {
                end++;
            }
            int more = end - from;
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
            }
            System.arraycopy(chunk, from, line, length, more);
            length += more;
            from = end;
            if (end < until || length > MAX_LINE) {
                from += end < until ? 1 : 0;
                return length;
            }
        }
    }

    /// Buffer whose first bytes are the line that [#next] found.
    byte[] line() {
        return line;
    }
}
