package dupin.journal;

import java.nio.file.Path;

/// The chain does not hold: a line was changed, cut, added, doubled or moved.
public final class JournalBrokenException extends JournalException {

    private final long line;
    private final String reason;

    public JournalBrokenException(Path file, long line, String reason) {
        super(
                file
                        + ": the journal is broken at line "
                        + line
                        + ": "
                        + reason
                        + ". Nothing was changed; restore the case from a copy or a bundle.");
        this.line = line;
        this.reason = reason;
    }

    /// Number of the first broken line, from 1 as an editor counts.
    public long line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
