package dupin.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes what segments gathered: new entities into the dictionary, then a sighting or more for each entity, all in the
/// order of their numbers, so that the tables only grow at few places.
final class SegmentWriter {

    private static final int REPORT = 10_000;

    /// Attributes that are longer even compressed are left to the events.
    private static final int LONGEST_ATTRIBUTES = 1_000_000;

    private final Database database;
    private final long[] places;
    private int segment;
    private long newEntities;
    private boolean empty;

    SegmentWriter(Database database, Committed from) {
        this.database = database;
        this.places = from.places().clone();
        this.segment = from.segment();
        this.empty = from.files().isEmpty();
    }

    int segment() {
        return segment;
    }

    /// Next free place of each kind of entity.
    long[] places() {
        return places.clone();
    }

    long newEntities() {
        return newEntities;
    }

    private record Slot(long slot, long entity) {}

    void write(Segment gathered, LoadProgress progress) {
        if (segment == EntityIds.MAX_SEGMENT) {
            throw new StoreException(
                    "The case holds as many telemetry files as it can take (" + segment + "); start another case.");
        }
        segment++;
        enter(gathered.entities());
        List<SeenEntity> byId = gathered.entities().stream().sorted(Comparator.comparingLong(e -> e.id)).toList();
        var rows = new BulkInsert(database, "sighting", 11);
        var sorted = gathered.sorted();
        long done = 0;
        for (SeenEntity entity : byId) {
            new SightingRows(rows, entity, segment).write(sorted);
            if (++done % REPORT == 0) {
                progress.at(done, byId.size());
            }
        }
        rows.flush();
        progress.at(done, byId.size());
    }

    /// Gives every entity its number.
    private void enter(List<SeenEntity> entities) {
        var fresh = new ArrayList<SeenEntity>();
        var slots = new ArrayList<Slot>();
        database.write(handle -> {
            Set<Long> taken = new HashSet<>();
            try (var dictionary = new Dictionary(handle)) {
                for (SeenEntity entity : entities) {
                    if (entity.key == null) {
                        continue;
                    }
                    var found =
                            empty
                                    ? new Dictionary.Found(-1, free(Dictionary.hash(entity.key), taken))
                                    : dictionary.find(entity.key, taken);
                    entity.id = found.id();
                    if (found.id() < 0) {
                        entity.id = EntityIds.entity(entity.key.kind(), places[entity.key.kind().ordinal()]++);
                        fresh.add(entity);
                        slots.add(new Slot(found.slot(), entity.id));
                    }
                }
            }
            return fresh.size();
        });
        empty = false;
        newEntities += fresh.size();
        var texts = new BulkInsert(database, "entity", 2);
        fresh.sort(Comparator.comparingLong(e -> e.id));
        for (SeenEntity entity : fresh) {
            texts.add(entity.id, entity.key == null ? "" : entity.key.value());
        }
        texts.flush();
        var slotRows = new BulkInsert(database, "entity_slot", 2);
        slots.sort(Comparator.comparingLong(Slot::slot));
        for (Slot slot : slots) {
            slotRows.add(slot.slot(), slot.entity());
        }
        slotRows.flush();
    }

    private static long free(long hash, Set<Long> taken) {
        long slot = hash;
        while (!taken.add(slot)) {
            slot = slot + 1 & Long.MAX_VALUE;
        }
        return slot;
    }

    /// The sightings of one entity in one segment.
    private static final class SightingRows implements Segment.Each {
        private final BulkInsert rows;
        private final SeenEntity entity;
        private final int segment;
        private final Postings postings = new Postings();
        private final List<Part> parts = new ArrayList<>(1);
        private int count;
        private long kinds;
        private long first;
        private long last = Ticks.NONE;
        private long seenFirst = Ticks.NONE;

        private record Part(long kinds, long first, long last, byte[] postings) {}

        SightingRows(BulkInsert rows, SeenEntity entity, int segment) {
            this.rows = rows;
            this.entity = entity;
            this.segment = segment;
        }

        void write(Segment.Sorted sorted) {
            sorted.read(entity, this);
            endPart();
            byte[] devices = EntityNumbers.write(entity.deviceIds());
            Part head = parts.getFirst();
            rows.add(
                    EntityIds.sighting(entity.id, 0, segment),
                    head.kinds,
                    head.first,
                    head.last,
                    head.postings,
                    (long) entity.postings,
                    seenFirst,
                    last,
                    entity.deviceKinds,
                    devices,
                    attributes());
            for (int i = 1; i < parts.size(); i++) {
                Part part = parts.get(i);
                rows.add(
                        EntityIds.sighting(entity.id, i, segment),
                        part.kinds,
                        part.first,
                        part.last,
                        part.postings,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
        }

        private byte[] attributes() {
            byte[] attributes = entity.attributes();
            byte[] packed = attributes.length == 0 ? attributes : Packed.pack(attributes);
            return packed.length > LONGEST_ATTRIBUTES ? new byte[0] : packed;
        }

        @Override
        public void posting(long time, long event, int kind, int roles) {
            if (count == Postings.PART) {
                endPart();
            }
            if (count++ == 0) {
                first = time;
            }
            if (seenFirst == Ticks.NONE) {
                seenFirst = time;
            }
            last = time;
            kinds |= 1L << kind;
            postings.add(time, event, kind, roles);
        }

        private void endPart() {
            parts.add(new Part(kinds, first, last, postings.take()));
            count = 0;
            kinds = 0;
        }
    }
}
