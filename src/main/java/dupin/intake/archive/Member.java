package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// One file of an archive. It bears the archive's digest; its records are numbered from [#ROWS] times its place.
///
/// @param place which entry of a zip, counted from 0; -1 for the one file of a gzip
record Member(Source archive, String name, int place) implements Source {
    static final long ROWS = 1_000_000_000L;

    @Override
    public String sha256() {
        return archive.sha256();
    }

    /// The archive's size: how large the member is, is only known at its end.
    @Override
    public long size() {
        return archive.size();
    }

    @Override
    public long firstRow() {
        return Math.max(0, place) * ROWS;
    }

    @Override
    public InputStream open() throws IOException {
        var packed = new Unpacked.Counted(archive.open());
        try {
            return place < 0 ? new Unpacked(new GZIPInputStream(packed, 1 << 16), packed) : entry(packed);
        } catch (ZipException | EOFException e) {
            packed.close();
            throw new BadContentException("the archive is damaged", e);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private InputStream entry(Unpacked.Counted packed) throws IOException {
        var zip = new ZipInputStream(packed);
        var unpacked = new Unpacked(zip, packed);
        int at = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (at++ == place) {
                return unpacked;
            }
            // Passed over under the same limits as what is read.
            unpacked.transferTo(OutputStream.nullOutputStream());
        }
        throw new BadContentException("the archive has lost an entry");
    }
}
