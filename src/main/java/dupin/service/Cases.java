package dupin.service;

import dupin.journal.ChainCheck;
import dupin.store.EntryCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// Opens, rebuilds and checks cases.
///
/// @param clock decision clock
/// @param workers investigations at a time
public record Cases(Clock clock, int workers) {

    /// Opens a case, or creates it when the folder holds none. Rebuilds the store where it is missing or damaged.
    ///
    /// @throws Problem when another process has it open, or its journal is broken
    public CaseSession open(Path folder, Progress progress) {
        return CaseOpening.open(target(folder), clock, workers, progress);
    }

    /// Deletes the store of a closed case and builds it again from journal and originals.
    ///
    /// @return the store's digest
    public String rebuild(Path folder, Progress progress) {
        return CaseOpening.rebuild(existing(folder), clock, progress);
    }

    /// @param brokenLine counted from 1; 0 when the chain is whole
    public record JournalState(boolean whole, long entries, String head, long brokenLine, String reason) {}

    /// Walks the hash chain of a case's journal, and compares the copy that openings read with it.
    public static JournalState checkJournal(Path folder) {
        CaseFolder target = existing(folder);
        ChainCheck.Result result = ChainCheck.check(target.journal());
        if (result.ok()) {
            long different = EntryCopy.firstDifference(target.store(), target.journal());
            if (different >= 0) {
                return new JournalState(
                        false,
                        result.entries(),
                        result.head(),
                        different + 1,
                        "the journal itself is whole, but the copy of it in "
                                + target.store()
                                + " says something else here; delete that folder, and the next opening builds it anew");
            }
        }
        return new JournalState(result.ok(), result.entries(), result.head(), result.brokenLine(), result.reason());
    }

    private static CaseFolder existing(Path folder) {
        CaseFolder target = target(folder);
        if (!Files.isRegularFile(target.journal())) {
            throw new Problem(
                    "There is no case at " + folder + ".",
                    "Nothing was changed.",
                    "Name a folder that holds a journal.ndjson.");
        }
        return target;
    }

    private static CaseFolder target(Path folder) {
        return new CaseFolder(folder.toAbsolutePath().normalize());
    }
}
