package dupin.service;

import dupin.journal.ChainCheck;
import dupin.journal.Journal;
import dupin.model.people.Command;
import dupin.store.EntryCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Opens, rebuilds and checks cases.
///
/// @param clock decision clock
/// @param workers investigations at a time
public record Cases(Clock clock, int workers) {

    /// Opens a case, or creates it when the folder holds none. Rebuilds the store where it is missing or damaged.
    ///
    /// @throws Problem when another process has it open, or its journal is broken
    public CaseSession open(Path folder, Progress progress) {
        return CaseOpening.open(target(folder), clock, workers, Access.open(), progress);
    }

    /// As above, for the person at the console: what that person may not do is not written.
    ///
    /// @throws Problem also when nobody who may look at cases is signed in
    public CaseSession open(Path folder, People people, Progress progress) {
        people.require(Command.READ);
        if (!CaseFolder.isCase(folder)) {
            people.require(Command.IMPORT);
        }
        return CaseOpening.open(target(folder), clock, workers, Access.of(people), progress);
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

    /// What the signatures of a journal vouch for.
    ///
    /// @param signedUpTo the last entry that a signature of the journal covers; -1 for none
    /// @param keys operator → the public keys that signed, Base64
    /// @param bad sentences about signatures that do not hold
    public record Signatures(
            int approvals,
            int signedApprovals,
            int heads,
            long signedUpTo,
            Map<String, Set<String>> keys,
            List<String> bad) {
        public Signatures {
            keys = Map.copyOf(keys);
            bad = List.copyOf(bad);
        }
    }

    /// Checks every signature of a closed case's journal. Whose key it is, only the operators' list can tell.
    public static Signatures checkSignatures(Path folder) {
        var check = new SignatureCheck();
        try (Journal journal = CaseOpening.journal(existing(folder))) {
            journal.read(0, check::take);
        }
        return check.result();
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
