package dupin.intake;

import java.io.IOException;
import java.io.InputStream;

/// A file to import: it can be opened several times and knows its digest.
public interface Source {

    /// Name for messages, without folders.
    String name();

    /// SHA-256 of the bytes, hex.
    String sha256();

    /// Size in bytes.
    long size();

    /// The bytes from the start; the caller closes it.
    InputStream open() throws IOException;

    /// Number of the first record for [dupin.model.RowRef]: 0, and more for the later files of an archive, whose
    /// records all bear the archive's digest.
    default long firstRow() {
        return 0;
    }

    /// What a reader has to learn of the whole content before it reads it for good. A source that lives through several
    /// readings looks once and remembers.
    ///
    /// @param kind tells what was learned from what other readers learn
    default <T> T once(Class<T> kind, Look<T> look) throws IOException, ImportRefusedException {
        return look.look();
    }

    /// A first reading.
    @FunctionalInterface
    interface Look<T> {
        T look() throws IOException, ImportRefusedException;
    }
}
