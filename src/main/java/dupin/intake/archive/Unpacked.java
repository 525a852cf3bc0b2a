package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.FileSource;
import dupin.intake.Source;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A decompressed stream that stops a bomb: by size, and by size against what was read of the archive.
final class Unpacked extends FilterInputStream {
    /// So much may come out whatever went in.
    static final long FREE = 64L << 20;

    /// More than so many times what went in is no export.
    static final long RATIO = 250;

    /// More than this before an entry's content is no head of an entry.
    private static final long HEAD = 1L << 20;

    private final Counted packed;
    private long out;
    private long headEnd = Long.MAX_VALUE;

    Unpacked(InputStream unpacking, Counted packed) {
        super(unpacking);
        this.packed = packed;
    }

    /// The one file of a gzip.
    static Unpacked gzip(Source archive) throws IOException {
        var packed = new Counted(archive.open());
        try {
            return new Unpacked(new GZIPInputStream(packed, 1 << 16), packed);
        } catch (ZipException | EOFException e) {
            packed.close();
            throw new BadContentException("the archive is damaged", e);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    /// From here on an entry's head is read: it must be short, since its reader keeps it.
    void headBegins() {
        headEnd = out + HEAD;
    }

    void headEnds() {
        headEnd = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (out > headEnd) {
            throw new BadContentException("the head of one of its entries is too long");
        }
        int n;
        try {
            n = super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw new BadContentException("the archive is damaged at byte " + packed.count(), e);
        }
        out += Math.max(0, n);
        if (out > FileSource.MAX_BYTES) {
            throw new BadContentException("it unpacks to more than " + FileSource.MAX_BYTES + " bytes");
        }
        if (out > FREE && out > RATIO * packed.count()) {
            throw new BadContentException("it unpacks to more than " + RATIO + " times its size");
        }
        return n;
    }

    /// Counts what is read of the archive.
    static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
