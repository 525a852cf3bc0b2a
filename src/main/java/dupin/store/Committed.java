package dupin.store;

import dupin.model.EntityKind;
import dupin.model.EventKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How far telemetry is loaded: everything beyond belongs to a load that runs or never ended. Immutable.
///
/// @param files in the order of their events
/// @param rank place of each file's digest among all, by its id: settles the order of events of equal time
/// @param segment the last segment of a finished load
/// @param places next free place of each kind of entity
/// @param kinds a bit for each kind of event that there is
record Committed(List<LoadedFile> files, Map<Integer, Integer> rank, int segment, long[] places, long kinds) {

    /// Whether no file that is loaded has telemetry.
    boolean empty() {
        return kinds == 0;
    }

    static Committed read(Handle handle) {
        List<LoadedFile> files =
                handle.select(
                                "SELECT id, sha256, first_event, events, entities, links, last_segment, in_order FROM telemetry_file WHERE state = 1 ORDER BY first_event, id")
                        .map((row, _) ->
                                new LoadedFile(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getInt(7),
                                        row.getBoolean(8)))
                        .list();
        int segment =
                handle.select("SELECT COALESCE(MAX(last_segment), 0) FROM telemetry_file WHERE state = 1")
                        .mapTo(int.class)
                        .one();
        var places = new long[EntityKind.values().length];
        handle.select("SELECT kind, next_place FROM entity_place")
                .map((row, _) -> {
                    places[row.getInt(1)] = row.getLong(2);
                    return row.getInt(1);
                })
                .list();
        long kinds = 0;
        for (EventKind kind : EventKind.values()) {
            long id = EntityIds.eventKind(kind);
            boolean there =
                    handle.select(
                                            "SELECT COUNT(*) FROM sighting WHERE id BETWEEN ? AND ?",
                                            EntityIds.sighting(id, 0, 0),
                                            EntityIds.sighting(id, 0, segment))
                                    .mapTo(int.class)
                                    .one()
                            > 0;
            kinds |= there ? 1L << kind.ordinal() : 0;
        }
        return new Committed(files, ranks(files), segment, places, kinds);
    }

    private static Map<Integer, Integer> ranks(List<LoadedFile> files) {
        var rank = new HashMap<Integer, Integer>();
        files.stream()
                .sorted(Comparator.comparing(LoadedFile::sha256))
                .forEach(file -> rank.put(file.id(), rank.size()));
        return Map.copyOf(rank);
    }

    /// Whether the entity's number was given by a finished load.
    boolean has(long entity) {
        return (entity & EntityIds.MAX_PLACE) < places[EntityIds.kind(entity).ordinal()];
    }

    LoadedFile fileOf(long event) {
        int low = 0;
        int high = files.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (files.get(middle).firstEvent() <= event) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return files.get(low);
    }

    /// The first segment of the file's events: loads come one after the other.
    int firstSegment(LoadedFile file) {
        return 1
                + files.stream()
                        .mapToInt(LoadedFile::lastSegment)
                        .filter(last -> last < file.lastSegment())
                        .max()
                        .orElse(0);
    }

    long nextEvent() {
        if (files.isEmpty()) {
            return 0;
        }
        LoadedFile last = files.getLast();
        return last.firstEvent() + last.blocks() * EntityIds.BLOCK;
    }

    int rankOf(long event) {
        return rank.getOrDefault(fileOf(event).id(), 0);
    }
}
