package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// One file of an archive. It bears the archive's digest; its records are numbered from [#ROWS] times its place.
///
/// @param place which entry of the archive, counted from 0
record Member(Source archive, String name, Packing packing, int place) implements Source {
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
        return place * ROWS;
    }

    @Override
    public <T> T once(Class<T> kind, Look<T> look) throws IOException, ImportRefusedException {
        return archive instanceof FileSource file
                ? file.once(kind.getName() + " " + place, kind, look)
                : archive.once(kind, look);
    }

    @Override
    public InputStream open() throws IOException {
        if (packing == Packing.GZIP) {
            return Unpacked.gzip(archive);
        }
        Entries entries = Entries.open(archive, packing);
        try {
            for (int at = 0; entries.next(); at++) {
                if (at == place) {
                    return entries.content();
                }
                // Passed over under the same limits as what is read.
                entries.content().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            entries.close();
            throw e;
        }
        entries.close();
        throw new BadContentException("the archive has lost an entry");
    }
}
