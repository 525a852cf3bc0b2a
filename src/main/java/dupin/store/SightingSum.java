package dupin.store;

import dupin.model.EntityKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Adds up what the segments tell of an entity.
final class SightingSum {

    private long events;
    private long first = Ticks.NONE;
    private long last = Ticks.NONE;
    private final TreeSet<Long> devices = new TreeSet<>();

    void add(Handle handle, long entity, Committed committed) throws SQLException {
        try (var select =
                handle.getConnection()
                        .prepareStatement(
                                "SELECT events, seen_first, seen_last, devices FROM sighting WHERE id BETWEEN ? AND ?")) {
            select.setLong(1, EntityIds.sighting(entity, 0, 0));
            select.setLong(2, EntityIds.sighting(entity, 0, committed.segment()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events += rows.getLong(1);
                    long from = rows.getLong(2);
                    first = first == Ticks.NONE || (from != Ticks.NONE && from < first) ? from : first;
                    last = Math.max(last, rows.getLong(3));
                    EntityNumbers.read(rows.getBytes(4), devices::add);
                }
            }
        }
    }

    /// Replaces the sum by an exact count.
    void events(long counted) {
        events = counted;
    }

    Iterable<Long> devices() {
        return devices;
    }

    Sightings sightings(List<EntityKey> on) {
        return events == 0 ? Sightings.NONE : new Sightings(events, on, Ticks.time(first), Ticks.time(last));
    }
}
