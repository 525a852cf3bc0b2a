package dupin.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A text file's bytes as UTF-8 without byte order mark, whatever of UTF-8 and UTF-16 it was written in.
public final class TextStream {
    private static final int CHUNK = 16_384;

    private TextStream() {}

    /// Closing the result closes the source's stream.
    public static InputStream open(Source source) throws IOException {
        var in = new BufferedInputStream(source.open(), CHUNK);
        try {
            in.mark(4);
            byte[] start = in.readNBytes(3);
            in.reset();
            Charset charset = Head.charset(start, start.length);
            if (!charset.equals(StandardCharsets.UTF_8)) {
                return new Transcoded(new InputStreamReader(in, charset));
            }
            if (start.length == 3
                    && (start[0] & 0xFF) == 0xEF
                    && (start[1] & 0xFF) == 0xBB
                    && (start[2] & 0xFF) == 0xBF) {
                in.skipNBytes(3);
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[CHUNK];
        private InputStream bytes = new ByteArrayInputStream(new byte[0]);
        private boolean first = true;

        Transcoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = bytes.read(buffer, offset, length);
            while (n < 0) {
                if (!fill()) {
                    return -1;
                }
                n = bytes.read(buffer, offset, length);
            }
            return n;
        }

        private boolean fill() throws IOException {
            int n = reader.read(chars, 0, chars.length - 1);
            if (n < 0) {
                return false;
            }
            // A pair of surrogates must not be cut in two.
            if (Character.isHighSurrogate(chars[n - 1])) {
                int low = reader.read();
                if (low >= 0) {
                    chars[n++] = (char) low;
                }
            }
            int from = first && chars[0] == '\uFEFF' ? 1 : 0;
            first = false;
            bytes = new ByteArrayInputStream(new String(chars, from, n - from).getBytes(StandardCharsets.UTF_8));
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
