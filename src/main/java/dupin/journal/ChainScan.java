package dupin.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// One pass over a journal file in constant memory: finds the first line that breaks the chain, or where the last whole
/// group ends.
final class ChainScan {

    /// @param entries lines of whole groups
    /// @param head hash of the last of them
    /// @param end where they end in the file
    /// @param torn bytes after that: what a crash left of a group that was never acknowledged
    /// @param brokenLine from 1; 0 when the chain holds
    record Found(long entries, String head, long end, long torn, long brokenLine, String reason) {}

    /// Told of each line: its number from 0 and where it begins.
    interface Listener {
        void line(long seq, long offset);
    }

    private ChainScan() {}

    static Found scan(Path file, Listener listener) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            return new Pass(in, listener).run();
        }
    }

    private static final class Pass {
        private final LineReader lines;
        private final MessageDigest sha = LineFormat.sha256();
        private final Listener listener;
        private long offset;
        private long seq;
        private String previous = LineFormat.NO_HASH;
        private int expectedLeft = -1;
        private long committed;
        private String head = LineFormat.NO_HASH;
        private long end;

        Pass(InputStream in, Listener listener) {
            this.lines = new LineReader(in);
            this.listener = listener;
        }

        Found run() throws IOException {
            while (true) {
                int length = lines.next();
                if (length < 0) {
                    long size = offset + (-1L - length);
                    return new Found(committed, head, end, size - end, 0, "");
                }
                String wrong =
                        length > LineReader.MAX_LINE
                                ? "it is longer than " + LineReader.MAX_LINE + " bytes"
                                : check(LineFormat.link(lines.line(), length, sha));
                if (wrong != null) {
                    return new Found(committed, head, end, 0, seq + 1, wrong);
                }
                listener.line(seq, offset);
                seq++;
                offset += length + 1L;
                if (expectedLeft < 0) {
                    committed = seq;
                    head = previous;
                    end = offset;
                }
            }
        }

        private @Nullable String check(LineFormat.@Nullable Link link) {
            if (link == null) {
                return "it is no line of a journal";
            }
            if (!link.hash().equals(link.computed())) {
                return "its text does not have the hash that it states";
            }
            if (link.seq() != seq) {
                return "it says it is number " + link.seq() + " and stands in place of number " + seq;
            }
            if (!link.prev().equals(previous)) {
                return "it does not follow the line before";
            }
            if (expectedLeft >= 0 && link.left() != expectedLeft) {
                return "it does not continue the group of the line before";
            }
            previous = link.hash();
            expectedLeft = link.left() - 1;
            return null;
        }
    }
}
