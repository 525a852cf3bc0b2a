package dupin.journal;

import dupin.model.JournalEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Goes through a journal file's entries without opening the case: read-only, needs no lock, checks no chain.
public final class EntryLines implements AutoCloseable {
    private final BufferedInputStream in;
    private final LineReader lines;
    private long number;

    private EntryLines(BufferedInputStream in) {
        this.in = in;
        this.lines = new LineReader(in);
    }

    /// @throws IOException when there is no such file or it cannot be read
    public static EntryLines open(Path file) throws IOException {
        return new EntryLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /// The next entry; empty at the end.
    ///
    /// @throws JournalException when the line is no entry that this version knows
    public Optional<JournalEntry> next() throws IOException {
        int length = lines.next();
        return length < 0 ? Optional.empty() : Optional.of(LineFormat.read(lines.line(), length, ++number));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
