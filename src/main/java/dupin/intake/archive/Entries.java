package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.Source;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Walks the entries of a zip or tar from its start, all of it under the limits of [Unpacked].
abstract sealed class Entries implements AutoCloseable {

    /// Nothing is kept open when it throws.
    static Entries open(Source source, Packing packing) throws IOException {
        if (packing == Packing.TAR_GZIP) {
            return new Tar(Unpacked.gzip(source));
        }
        var packed = new Unpacked.Counted(source.open());
        return packing == Packing.ZIP ? new Zip(packed) : new Tar(new Unpacked(packed, packed));
    }

    /// Goes to the next entry; what is left of the one before must have been read.
    ///
    /// @return false at the end
    abstract boolean next() throws IOException;

    abstract String name();

    abstract boolean isFile();

    /// The entry's bytes; closing them closes the archive.
    abstract InputStream content();

    @Override
    public abstract void close() throws IOException;

    private static final class Zip extends Entries {
        private final ZipInputStream zip;
        private final Unpacked unpacked;
        private @Nullable ZipEntry entry;

        Zip(Unpacked.Counted packed) {
            zip = new ZipInputStream(packed);
            unpacked = new Unpacked(zip, packed);
        }

        @Override
        boolean next() throws IOException {
            try {
                entry = zip.getNextEntry();
            } catch (ZipException | EOFException | IllegalArgumentException e) {
                throw new BadContentException("the archive is damaged", e);
            }
            return entry != null;
        }

        @Override
        String name() {
            return entry == null ? "" : entry.getName();
        }

        @Override
        boolean isFile() {
            return entry != null && !entry.isDirectory();
        }

        @Override
        InputStream content() {
            return unpacked;
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
        }
    }

    private static final class Tar extends Entries {
        private final Unpacked unpacked;
        private final TarArchiveInputStream tar;
        private @Nullable TarArchiveEntry entry;

        Tar(Unpacked unpacked) {
            this.unpacked = unpacked;
            this.tar = new TarArchiveInputStream(unpacked);
        }

        @Override
        boolean next() throws IOException {
            unpacked.headBegins();
            try {
                entry = tar.getNextEntry();
            } catch (BadContentException e) {
                throw e;
            } catch (IOException | IllegalArgumentException | ArithmeticException e) {
                throw new BadContentException("the archive is damaged", e);
            }
            unpacked.headEnds();
            return entry != null;
        }

        @Override
        String name() {
            return entry == null ? "" : entry.getName();
        }

        /// Links point somewhere; they are not followed.
        @Override
        boolean isFile() {
            return entry != null && entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isSparse();
        }

        @Override
        InputStream content() {
            return new Content(tar);
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }

    /// An entry that ends too early is a fault of the archive, which its reader tells like one of the disk.
    private static final class Content extends FilterInputStream {
        Content(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (BadContentException e) {
                throw e;
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).contains("Truncated")) {
                    throw new BadContentException("the archive ends in the middle of a file", e);
                }
                throw e;
            }
        }
    }
}
