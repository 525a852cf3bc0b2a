package dupin.store;

import dupin.model.EntityKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What every question to telemetry needs: a reading connection, how far loads have come, and under which numbers an entity
/// is filed. Thread-safe.
record TelemetryReads(Database database, AliasIndex aliases, TelemetryFiles files) {

    interface Question<T> {
        T ask(Handle handle, Committed committed) throws SQLException;
    }

    <T> T ask(Question<T> question) {
        return ask(files.committed(), question);
    }

    <T> T ask(Committed committed, Question<T> question) {
        return database.read(handle -> {
            try {
                return question.ask(handle, committed);
            } catch (SQLException e) {
                throw new StoreException("The store cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /// Numbers under which the entity and its aliases are filed in finished loads.
    List<Long> numbers(Handle handle, Committed committed, EntityKey key) throws SQLException {
        var ids = new ArrayList<Long>(2);
        try (var dictionary = new Dictionary(handle)) {
            for (EntityKey member : aliases.members(key)) {
                dictionary.id(member).filter(committed::has).ifPresent(ids::add);
            }
        }
        return ids;
    }
}
