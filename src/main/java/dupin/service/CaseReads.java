package dupin.service;

import dupin.engine.CaseState;
import dupin.store.CaseStore;
import java.util.function.Function;

/// What reading needs of a case: a fold, of this moment or of an earlier one, and the store. Thread-safe.
interface CaseReads {

    /// Reads a consistent moment of the fold. The function must not keep the state.
    <T> T read(Function<CaseState, T> reader);

    CaseStore store();

    /// How many entries the fold holds.
    long entries();

    /// Whether the fold is that of now, which the store is in step with.
    default boolean now() {
        return true;
    }
}
