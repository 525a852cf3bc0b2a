package dupin.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a crash left after the last whole group: kept beside the journal, then cut off.
final class TornTail {

    private TornTail() {}

    static Path setAside(Path file, FileChannel journal, long end) throws IOException {
        int n = 1;
        Path kept = file.resolveSibling("journal.torn-" + n);
        while (Files.exists(kept)) {
            kept = file.resolveSibling("journal.torn-" + ++n);
        }
        try (FileChannel out = FileChannel.open(kept, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = journal.size();
            for (long at = end; at < size; ) {
                at += journal.transferTo(at, size - at, out);
            }
            out.force(true);
        }
        journal.truncate(end);
        journal.force(true);
        return kept;
    }
}
