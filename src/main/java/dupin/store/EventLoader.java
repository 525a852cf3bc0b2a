package dupin.store;

import dupin.model.TelemetryEvent;

/// Loads the events of one file. For one thread; other threads may read and [CaseStore#apply] meanwhile. Nothing of the
/// file is seen before [#commit]; a load that was not committed, also by a crash, leaves nothing behind.
public interface EventLoader extends AutoCloseable {

    /// Takes the next event; rows best come in the order of the file, or single ones are found slowly later. Entities are filed under their canonical keys, so
    /// what [AliasIndex] should know has to be learned before.
    void add(TelemetryEvent event);

    Loaded commit(LoadProgress progress);

    void rollback();

    /// Rolls back unless committed.
    @Override
    void close();
}
