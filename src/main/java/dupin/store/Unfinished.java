package dupin.store;

import dupin.model.EntityKind;
import org.jdbi.v3.core.Handle;

/// Removes what a load left that did not get to its end.
final class Unfinished {

    private Unfinished() {}

    static boolean any(Handle handle) {
        return handle.select("SELECT COUNT(*) FROM telemetry_file WHERE state = 0").mapTo(int.class).one() > 0;
    }

    /// @param known how far finished loads go
    static void remove(Handle handle, Committed known) {
        handle.execute(
                "DELETE FROM sighting WHERE BITAND(id, CAST(? AS BIGINT)) > ?", EntityIds.MAX_SEGMENT, known.segment());
        long block = known.nextEvent() / EntityIds.BLOCK << BlockRows.PART_BITS;
        handle.execute("DELETE FROM event_block WHERE id >= ?", block);
        handle.execute("DELETE FROM raw_block WHERE id >= ?", block);
        for (EntityKind kind : EntityKind.values()) {
            handle.execute(
                    "DELETE FROM entity WHERE id BETWEEN ? AND ?",
                    EntityIds.entity(kind, known.places()[kind.ordinal()]),
                    EntityIds.entity(kind, EntityIds.MAX_PLACE));
        }
        handle.execute("DELETE FROM entity_slot s WHERE NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = s.entity)");
        handle.execute("DELETE FROM telemetry_file WHERE state = 0");
    }
}
