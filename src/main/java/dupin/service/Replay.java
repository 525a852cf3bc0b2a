package dupin.service;

import dupin.engine.CaseState;
import dupin.journal.Journal;
import dupin.model.Weights;
import dupin.store.CaseStore;
import java.util.TreeMap;
import java.util.function.Function;

/// The case as it stood after any entry of its journal: the fold of a prefix. Telemetry, originals and intel are those of
/// today; everything that the journal tells (verdicts, findings, actions, log, policy) is of then. Copies of the fold are
/// kept on the way, so that a seek folds few entries anew. Thread-safe; seeks wait for each other; background only.
public final class Replay {
    /// Entries between two copies: what a seek folds at most, in a case of ordinary size.
    private static final int STRIDE = 500;

    /// So that a huge case is not held in memory many times over.
    private static final int COPIES = 24;

    private final Journal journal;
    private final CaseStore store;
    private final Weights weights;
    private final Function<CaseReads, Desk> desks;
    private final TreeMap<Long, CaseState> copies = new TreeMap<>();
    private CaseState cursor;

    /// @param desks makes the desk of a moment
    Replay(Journal journal, CaseStore store, Weights weights, Function<CaseReads, Desk> desks) {
        this.journal = journal;
        this.store = store;
        this.weights = weights;
        this.desks = desks;
        this.cursor = new CaseState(weights);
    }

    /// Reads of the case as it stood after the entry; after the last one when there are fewer. Making it costs nothing:
    /// its answers do.
    ///
    /// @throws dupin.journal.JournalException (answers) when the journal cannot be read any more
    public Desk at(long seq) {
        return desks.apply(new Moment(seq));
    }

    /// Lets go of the copies.
    public synchronized void forget() {
        copies.clear();
        cursor = new CaseState(weights);
    }

    private synchronized <T> T read(long seq, Function<CaseState, T> reader) {
        seek(seq);
        return reader.apply(cursor);
    }

    private void seek(long seq) {
        var copy = copies.floorEntry(seq);
        if (cursor.seq() > seq || copy != null && copy.getKey() > cursor.seq()) {
            cursor = copy == null ? new CaseState(weights) : copy.getValue().copy();
        }
        long stride = Math.max(STRIDE, journal.size() / COPIES);
        journal.read(
                cursor.seq() + 1,
                seq + 1,
                entry -> {
                    cursor.apply(entry);
                    if (entry.seq() % stride == 0) {
                        copies.computeIfAbsent(entry.seq(), _ -> cursor.copy());
                    }
                });
    }

    private final class Moment implements CaseReads {
        private final long seq;

        Moment(long seq) {
            this.seq = seq;
        }

        @Override
        public <T> T read(Function<CaseState, T> reader) {
            return Replay.this.read(seq, reader);
        }

        @Override
        public CaseStore store() {
            return store;
        }

        @Override
        public boolean now() {
            return false;
        }

        @Override
        public long entries() {
            return Math.min(seq + 1, journal.size());
        }
    }
}
