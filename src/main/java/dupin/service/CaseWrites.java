package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Entry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What deciding needs of a case: the fold, and one writer at a time. Thread-safe.
interface CaseWrites {

    /// Reads a consistent moment of the fold. The function must not keep the state.
    <T> T read(Function<CaseState, T> reader);

    /// Looks at the state and commits what follows from it, with no other writer in between.
    <T> T decide(String actor, Function<CaseState, LiveCase.Decision<T>> decider);

    Clock clock();

    /// Commits entries as one group.
    default void commit(String actor, List<Entry> entries) {
        this.<Boolean>decide(actor, _ -> new LiveCase.Decision<>(entries, Map.of(), true));
    }

    default void commit(String actor, Entry... entries) {
        commit(actor, List.of(entries));
    }
}
