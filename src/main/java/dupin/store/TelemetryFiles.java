package dupin.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which telemetry files are loaded, and the one load that may run. Thread-safe.
final class TelemetryFiles {

    private final Database database;
    private final AliasIndex aliases;
    private final Words words;
    private volatile Committed committed;
    private boolean loading;

    /// Reads how far telemetry is loaded and removes what an unfinished load left.
    TelemetryFiles(Database database, AliasIndex aliases) {
        this.database = database;
        this.aliases = aliases;
        this.committed =
                database.write(handle -> {
                    Committed known = Committed.read(handle);
                    if (Unfinished.any(handle)) {
                        Unfinished.remove(handle, known);
                    }
                    return known;
                });
        this.words = database.read(Words::load);
    }

    Committed committed() {
        return committed;
    }

    Words words() {
        return words;
    }

    Optional<LoadedFile> file(String sha256) {
        return committed.files().stream().filter(file -> file.sha256().equals(sha256)).findFirst();
    }

    synchronized EventLoader load(String sha256) {
        if (loading) {
            throw new IllegalStateException("another load runs");
        }
        if (file(sha256).isPresent()) {
            throw new IllegalStateException("the file is loaded already: " + sha256);
        }
        int id =
                database.write(handle -> {
                    int next =
                            handle.select("SELECT COALESCE(MAX(id), 0) + 1 FROM telemetry_file").mapTo(int.class).one();
                    handle.execute("INSERT INTO telemetry_file VALUES (?, ?, 0, 0, 0, 0, 0, 0, TRUE)", next, sha256);
                    return next;
                });
        loading = true;
        return new FileLoad(this, database, aliases, words, sha256, id, committed);
    }

    /// Makes the file's events count.
    synchronized void finish(LoadedFile file, long[] places) {
        committed =
                database.write(handle -> {
                    handle.execute(
                            "UPDATE telemetry_file SET state = 1, first_event = ?, events = ?, entities = ?, links = ?, last_segment = ?, in_order = ? WHERE id = ?",
                            file.firstEvent(),
                            file.events(),
                            file.entities(),
                            file.links(),
                            file.lastSegment(),
                            file.inOrder(),
                            file.id());
                    for (int kind = 0; kind < places.length; kind++) {
                        handle.execute(
                                "MERGE INTO entity_place (kind, next_place) KEY (kind) VALUES (?, ?)",
                                kind,
                                places[kind]);
                    }
                    storeAliases(handle);
                    return Committed.read(handle);
                });
        loading = false;
    }

    synchronized void abandon() {
        database.write(handle -> {
            Unfinished.remove(handle, committed);
            return true;
        });
        loading = false;
    }

    /// Keeps what the aliases have learned; within a writing transaction.
    void storeAliases(Handle handle) {
        AliasRows.append(handle, aliases.takeFresh());
    }
}
