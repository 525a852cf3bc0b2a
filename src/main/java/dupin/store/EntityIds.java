package dupin.store;

import dupin.model.EntityKind;
import dupin.model.EventKind;

/// How numbers of the store are put together. An entity's number is its kind (5 bits) and its place within the kind (28);
/// a sighting's is entity, part (15) and segment (15), so that all first parts of an entity lie side by side. Kinds of
/// events have sightings of their own, as if they were entities.
final class EntityIds {

    /// Events of one block.
    static final int BLOCK = 64;

    private static final int PLACE_BITS = 28;
    private static final int PART_BITS = 15;
    private static final int SEGMENT_BITS = 15;
    private static final long EVENT_KINDS = 31L << PLACE_BITS;

    static final int MAX_SEGMENT = (1 << SEGMENT_BITS) - 1;
    static final long MAX_PLACE = (1L << PLACE_BITS) - 1;

    private EntityIds() {}

    static long entity(EntityKind kind, long place) {
        return (long) kind.ordinal() << PLACE_BITS | place;
    }

    static long eventKind(EventKind kind) {
        return EVENT_KINDS | kind.ordinal();
    }

    static EntityKind kind(long entity) {
        return EntityKind.values()[(int) (entity >>> PLACE_BITS)];
    }

    static long sighting(long entity, int part, int segment) {
        return entity << PART_BITS + SEGMENT_BITS | (long) part << SEGMENT_BITS | segment;
    }

    static int segment(long sighting) {
        return (int) (sighting & MAX_SEGMENT);
    }

    /// The last number that a sighting of the entity can have.
    static long lastSighting(long entity) {
        return sighting(entity, (1 << PART_BITS) - 1, MAX_SEGMENT);
    }
}
