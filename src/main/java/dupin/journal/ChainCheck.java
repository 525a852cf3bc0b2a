package dupin.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Walks the chain of a journal file without opening the case: read-only, needs no lock.
public final class ChainCheck {

    private ChainCheck() {}

    /// @param ok whether every line stands in its place and the last group is whole
    /// @param entries lines of whole groups before the first broken line
    /// @param head hash of the last of them, 64 zeros when there is none
    /// @param brokenLine the first line that breaks the chain, from 1; 0 when none does
    /// @param reason a clause that says what is wrong; "" when ok
    public record Result(boolean ok, long entries, String head, long brokenLine, String reason) {}

    /// @throws JournalException when there is no such file or it cannot be read
    public static Result check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new JournalException("There is no journal at " + file + ".");
        }
        try {
            var found = ChainScan.scan(file, (seq, offset) -> {});
            if (found.brokenLine() > 0) {
                return new Result(false, found.entries(), found.head(), found.brokenLine(), found.reason());
            }
            if (found.torn() > 0) {
                return new Result(
                        false,
                        found.entries(),
                        found.head(),
                        found.entries() + 1,
                        "the last group is not whole ("
                                + found.torn()
                                + " bytes, as a crash leaves them; opening the case sets them aside)");
            }
            return new Result(true, found.entries(), found.head(), 0, "");
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
