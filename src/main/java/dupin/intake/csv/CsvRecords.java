package dupin.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Streams the rows of delimited text. It is its own current row: after [#next] the cells are asked for by place.
///
/// Cells may be quoted with `"`, hold delimiters and line breaks then, and `""` for a quote. A quote inside an unquoted
/// cell is text. A row with a quote that is never closed, or with more or fewer cells than the header, is bad: it is
/// reported with its line, and reading goes on with the next line, so that one broken quote does not swallow the file.
/// Not for several threads.
public final class CsvRecords implements Row, Closeable {
    /// Longest row, in bytes.
    public static final int MAX_ROW = 16 << 20;

    /// Longest cell, in bytes.
    public static final int MAX_CELL = 8 << 20;

    public static final int MAX_COLUMNS = 2_000;

    private static final int CHUNK = 1 << 18;

    private final InputStream in;
    private final byte[] delimiter;
    private final boolean[] endsCell = new boolean[256];
    private final ByteStrings strings = new ByteStrings();
    private Columns columns = new Columns(List.of());

    private byte[] buffer = new byte[CHUNK];
    private int end;
    private boolean drained;
    private long dropped;

    private int start;
    private int rowEnd;
    private int next;
    private int cells;
    private int[] from = new int[128];
    private int[] to = new int[128];
    private boolean[] doubled = new boolean[128];

    private long line;
    private long nextLine = 1;
    private int lineBreaks;
    private long record = -1;
    private String problem = "";

    /// Reads the header at once.
    ///
    /// @param in UTF-8 without byte order mark; closed with this
    public CsvRecords(InputStream in, CsvDialect dialect) throws IOException {
        this.in = in;
        this.delimiter = Character.toString(dialect.delimiter()).getBytes(StandardCharsets.UTF_8);
        endsCell[delimiter[0] & 0xFF] = true;
        endsCell['\n'] = true;
        endsCell['\r'] = true;
        boolean more = advance();
        for (int i = 0; i < dialect.skippedLines() && more; i++) {
            more = advance();
        }
        if (more) {
            var names = new ArrayList<String>();
            for (int i = 0; i < cells; i++) {
                names.add(cell(i));
            }
            columns = new Columns(names);
        }
    }

    public Columns columns() {
        return columns;
    }

    /// Goes to the next row, good or bad.
    ///
    /// @return false at the end of the file
    public boolean next() throws IOException {
        if (!advance()) {
            return false;
        }
        record++;
        if (problem.isEmpty()) {
            check();
        }
        return true;
    }

    /// Why the row cannot be used; "" when it can.
    public String problem() {
        return problem;
    }

    /// Number of the line, from 1, on which the row starts.
    public long line() {
        return line;
    }

    /// Number of the row after the header, from 0, bad rows included.
    public long record() {
        return record;
    }

    /// Bytes from the start of the (decoded) file to the row's start.
    public long offset() {
        return dropped + start;
    }

    @Override
    public String text(int column) {
        return column < 0 || column >= cells ? "" : cell(column);
    }

    @Override
    public String raw() {
        return new String(buffer, start, rowEnd - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void check() {
        if (cells != columns.size()) {
            problem = "it has " + cells + (cells == 1 ? " cell" : " cells") + " where the header has " + columns.size();
            return;
        }
        for (int i = 0; i < cells; i++) {
            if (to[i] - from[i] > MAX_CELL) {
                problem = "the cell of column " + columns.names().get(i) + " is longer than " + MAX_CELL + " bytes";
            }
        }
    }

    private String cell(int i) {
        if (!doubled[i]) {
            return strings.get(buffer, from[i], to[i]);
        }
        byte[] plain = new byte[to[i] - from[i]];
        int length = 0;
        for (int p = from[i]; p < to[i]; p++) {
            plain[length++] = buffer[p];
            if (buffer[p] == '"') {
                p++;
            }
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    /// Finds the cells of the next row that is not blank, reading on as far as it needs.
    private boolean advance() throws IOException {
        start = next;
        problem = "";
        cells = 0;
        while (true) {
            while (start < end && (buffer[start] == '\n' || buffer[start] == '\r')) {
                if (buffer[start] == '\n') {
                    nextLine++;
                }
                start++;
            }
            line = nextLine;
            lineBreaks = 0;
            Scan scan = start == end ? Scan.MORE : row();
            if (scan == Scan.ROW) {
                nextLine += lineBreaks;
                return true;
            }
            if (scan == Scan.BAD) {
                giveUp();
                return true;
            }
            if (drained) {
                return false;
            }
            if (start == 0 && end == MAX_ROW) {
                problem = "it is longer than " + MAX_ROW + " bytes";
                giveUp();
                return true;
            }
            fill();
        }
    }

    private enum Scan {
        ROW,
        BAD,
        MORE
    }

    private Scan row() {
        int p = start;
        int cell = 0;
        while (true) {
            if (cell == from.length && !grow()) {
                problem = "it has more than " + MAX_COLUMNS + " cells";
                return Scan.BAD;
            }
            int q = p;
            while (q < end && buffer[q] == ' ') {
                q++;
            }
            if (q < end && buffer[q] == '"') {
                p = quoted(q + 1, cell);
                if (p < 0) {
                    return p == NEEDS_MORE ? Scan.MORE : Scan.BAD;
                }
            } else {
                q = unquoted(p);
                if (q == end && !drained) {
                    return Scan.MORE;
                }
                from[cell] = p;
                to[cell] = q;
                doubled[cell] = false;
                p = q;
            }
            cell++;
            if (p < end && buffer[p] != '\n' && buffer[p] != '\r') {
                p += delimiter.length;
                continue;
            }
            cells = cell;
            rowEnd = p;
            next = p < end ? p + 1 : p;
            if (p < end && buffer[p] == '\n') {
                lineBreaks++;
            }
            return Scan.ROW;
        }
    }

    private int unquoted(int p) {
        int q = p;
        while (true) {
            while (q < end && !endsCell[buffer[q] & 0xFF]) {
                q++;
            }
            if (q == end || buffer[q] == '\n' || buffer[q] == '\r' || delimiterAt(q)) {
                return q;
            }
            if (q + delimiter.length > end && !drained) {
                return end;
            }
            q++;
        }
    }

    private static final int NEEDS_MORE = -1;
    private static final int BROKEN = -2;

    /// @return place after the closing quote and blanks: a delimiter, a line end or the end
    private int quoted(int p, int cell) {
        int q = p;
        boolean twice = false;
        while (true) {
            while (q < end && buffer[q] != '"') {
                if (buffer[q] == '\n') {
                    lineBreaks++;
                }
                q++;
            }
            if (q == end && drained) {
                problem = "a quote is opened in it and never closed";
                return BROKEN;
            }
            if (q + 1 >= end && !drained) {
                return NEEDS_MORE;
            }
            if (q + 1 < end && buffer[q + 1] == '"') {
                twice = true;
                q += 2;
                continue;
            }
            break;
        }
        from[cell] = p;
        to[cell] = q;
        doubled[cell] = twice;
        q++;
        while (q < end && buffer[q] == ' ') {
            q++;
        }
        if (q + delimiter.length > end && !drained) {
            return NEEDS_MORE;
        }
        if (q == end || buffer[q] == '\n' || buffer[q] == '\r' || delimiterAt(q)) {
            return q;
        }
        problem = "text follows a closing quote in its cell " + (cell + 1);
        return BROKEN;
    }

    private boolean delimiterAt(int q) {
        return delimiter.length == 1
                ? buffer[q] == delimiter[0]
                : q + delimiter.length <= end
                        && Arrays.equals(buffer, q, q + delimiter.length, delimiter, 0, delimiter.length);
    }

    private boolean grow() {
        if (from.length >= MAX_COLUMNS) {
            return false;
        }
        int more = Math.min(MAX_COLUMNS, from.length * 2);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        doubled = Arrays.copyOf(doubled, more);
        return true;
    }

    /// Leaves a bad row: reading goes on after the line on which it started.
    private void giveUp() throws IOException {
        int p = start;
        while (p < end && buffer[p] != '\n') {
            p++;
        }
        rowEnd = Math.min(p, start + 1_000);
        next = p;
        if (p == end && !drained) {
            skipLine();
        }
    }

    /// Skips to the next line feed without keeping what lies before it.
    private void skipLine() throws IOException {
        int p = next;
        while (true) {
            while (p < end && buffer[p] != '\n') {
                p++;
            }
            if (p < end) {
                next = p + 1;
                nextLine++;
                break;
            }
            if (drained) {
                next = end;
                break;
            }
            dropped += end;
            end = 0;
            p = 0;
            read();
        }
        start = next;
        rowEnd = next;
    }

    /// Makes room before the row's end and reads on.
    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            dropped += start;
            end -= start;
            start = 0;
        } else if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(MAX_ROW, buffer.length * 2));
        }
        read();
    }

    private void read() throws IOException {
        int n = in.read(buffer, end, buffer.length - end);
        if (n < 0) {
            drained = true;
        } else {
            end += n;
        }
    }
}
