package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The questions to telemetry about entities: where they are seen and what is told of them. Every answer shows finished
/// loads only, and entities under their canonical keys. Thread-safe.
final class TelemetryEntities {
    private static final int PAGE = 10_000;

    private final TelemetryReads reads;
    private final TelemetryFiles files;

    TelemetryEntities(TelemetryReads reads) {
        this.reads = reads;
        this.files = reads.files();
    }

    /// All entities of a kind, some more than once: under their own key and under another.
    void entities(EntityKind kind, Consumer<Entity> each) {
        entities(kind, 0, files.committed(), each);
    }

    Sightings sightings(EntityKey key) {
        if (files.committed().empty()) {
            return new SightingSum().sightings(List.of());
        }
        return reads.ask((handle, committed) -> {
            var sum = new SightingSum();
            List<Long> ids = reads.numbers(handle, committed, key);
            for (long id : ids) {
                sum.add(handle, id, committed);
            }
            if (ids.size() > 1) {
                // An event may show one thing under two of its names and counts once.
                var all =
                        new EventSearch(
                                committed, new EventQuery(key, Set.of(), Set.of(), null, null, Integer.MAX_VALUE));
                sum.events(all.find(handle, ids).size());
            }
            var devices = new TreeSet<EntityKey>();
            try (var dictionary = new Dictionary(handle)) {
                for (long device : sum.devices()) {
                    dictionary.key(device).map(reads.aliases()::resolve).ifPresent(devices::add);
                }
            }
            return sum.sightings(List.copyOf(devices));
        });
    }

    /// Whether rows of the file, or of one that was loaded after it, show the entity.
    boolean shownSince(LoadedFile file, EntityKey key) {
        return reads.ask((handle, committed) -> {
            for (long id : reads.numbers(handle, committed, key)) {
                int found =
                        handle.select(
                                        "SELECT COUNT(*) FROM sighting WHERE id BETWEEN ? AND ?",
                                        EntityIds.sighting(id, 0, committed.firstSegment(file)),
                                        EntityIds.sighting(id, 0, committed.segment()))
                                .mapTo(int.class)
                                .one();
                if (found > 0) {
                    return true;
                }
            }
            return false;
        });
    }

    Optional<Entity> entity(EntityKey key) {
        if (files.committed().empty()) {
            return Optional.empty();
        }
        return reads.ask((handle, committed) -> {
            Entity fullest = null;
            for (long id : reads.numbers(handle, committed, key)) {
                List<byte[]> stored =
                        handle.select(
                                        "SELECT attributes FROM sighting WHERE id BETWEEN ? AND ?",
                                        EntityIds.sighting(id, 0, 0),
                                        EntityIds.sighting(id, 0, committed.segment()))
                                .mapTo(byte[].class)
                                .list();
                for (byte[] packed : stored) {
                    if (packed.length > 0) {
                        Entity entity = EntryCodec.entity(new String(Packed.unpack(packed), StandardCharsets.UTF_8));
                        fullest = fullest == null ? entity : Sighting.fullest(fullest, entity);
                    }
                }
            }
            return Optional.ofNullable(fullest).map(reads.aliases()::resolve);
        });
    }

    boolean has(Telemetry source, @Nullable EntityKey device) {
        long wanted = 0;
        for (EventKind kind : EventKind.values()) {
            wanted |= kind.source() == source ? 1L << kind.ordinal() : 0;
        }
        boolean anywhere = (files.committed().kinds() & wanted) != 0;
        if (device == null || !anywhere) {
            return anywhere;
        }
        long mask = wanted;
        return reads.ask((handle, committed) -> {
            for (long id : reads.numbers(handle, committed, device)) {
                boolean there =
                        handle.select(
                                                "SELECT COUNT(*) FROM sighting WHERE id BETWEEN ? AND ? AND BITAND(device_kinds, CAST(? AS BIGINT)) <> 0",
                                                EntityIds.sighting(id, 0, 0),
                                                EntityIds.sighting(id, 0, committed.segment()),
                                                mask)
                                        .mapTo(int.class)
                                        .one()
                                > 0;
                if (there) {
                    return true;
                }
            }
            return false;
        });
    }

    List<EntityKey> entities(EntityKind kind, int limit) {
        return reads.ask((handle, committed) ->
                handle
                        .select(
                                "SELECT text FROM entity WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                                EntityIds.entity(kind, 0),
                                EntityIds.entity(kind, committed.places()[kind.ordinal()]) - 1,
                                limit)
                        .mapTo(String.class)
                        .stream()
                        .map(text -> reads.aliases().resolve(new EntityKey(kind, text)))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Entities of a kind that have a number from `place` on, with all that telemetry tells of them.
    void entities(EntityKind kind, long place, Committed until, Consumer<Entity> each) {
        var page = new ArrayList<EntityKey>();
        for (long at = place; at < until.places()[kind.ordinal()]; at += PAGE) {
            long first = EntityIds.entity(kind, at);
            long last = EntityIds.entity(kind, Math.min(at + PAGE, until.places()[kind.ordinal()])) - 1;
            reads.ask((handle, _) ->
                            handle.select("SELECT text FROM entity WHERE id BETWEEN ? AND ? ORDER BY id", first, last)
                                    .mapTo(String.class)
                                    .list())
                    .forEach(text -> page.add(new EntityKey(kind, text)));
            page.forEach(key -> entity(key).ifPresent(each));
            page.clear();
        }
    }
}
