package dupin.intake;

import java.io.IOException;
import java.io.InputStream;

/// How a file's first lines look: whole JSON objects, or pieces of something larger.
///
/// @param firstWhole whether the first line that is not blank is a whole object
/// @param mostlyWhole whether at least two lines are whole objects, and more lines are than are not
record LineShape(boolean firstWhole, boolean mostlyWhole) {
    private static final int LOOK_AT_LINES = 200;
    private static final long LOOK_AT_BYTES = 128L << 20;

    static LineShape of(Source source) throws IOException {
        var scan = new Scan();
        try (InputStream in = TextStream.open(source)) {
            byte[] buffer = new byte[1 << 16];
            long seen = 0;
            for (int n = in.read(buffer);
                    n >= 0 && scan.lines() < LOOK_AT_LINES && seen < LOOK_AT_BYTES;
                    n = in.read(buffer)) {
                seen += n;
                for (int i = 0; i < n; i++) {
                    scan.next(buffer[i]);
                }
            }
            scan.endOfLine();
        } catch (BadContentException _) {
            // What was seen up to the broken place decides; reading will say what is wrong.
            return scan.shape();
        }
        return scan.shape();
    }

    /// Counts brackets outside of strings, line by line.
    private static final class Scan {
        private int whole;
        private int other;
        private boolean firstWhole;
        private boolean begun;
        private boolean object;
        private boolean trailing;
        private boolean inString;
        private boolean escaped;
        private int depth;

        int lines() {
            return whole + other;
        }

        LineShape shape() {
            return new LineShape(firstWhole, whole >= 2 && whole > other);
        }

        void next(byte b) {
            if (b == '\n') {
                endOfLine();
            } else if (inString) {
                inString = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b > ' ' || b < 0) {
                if (!begun) {
                    begun = true;
                    object = b == '{';
                } else if (depth == 0 && b != ',') {
                    trailing = true;
                }
                inString = b == '"';
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            }
        }

        void endOfLine() {
            if (begun) {
                boolean isWhole = object && depth == 0 && !inString && !trailing;
                firstWhole = lines() == 0 ? isWhole : firstWhole;
                whole += isWhole ? 1 : 0;
                other += isWhole ? 0 : 1;
            }
            begun = false;
            object = false;
            trailing = false;
            inString = false;
            escaped = false;
            depth = 0;
        }
    }
}
