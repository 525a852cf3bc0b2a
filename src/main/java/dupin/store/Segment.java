package dupin.store;

import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.row.RowSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which entities the events of a stretch of a load show, gathered in memory until it is worth sorting and writing.
final class Segment {

    private static final int MOST_EVENTS = 500_000;
    private static final int MOST_ENTITIES = 400_000;
    private static final int MOST_POSTINGS = 5_000_000;

    private final Map<EntityKey, SeenEntity> byKey = new HashMap<>();
    private final @Nullable SeenEntity[] byKind = new SeenEntity[EventKind.values().length];
    private final List<SeenEntity> entities = new ArrayList<>();
    private final long firstEvent;

    private long[] times = new long[1 << 10];
    private byte[] kinds = new byte[1 << 10];

    /// Where the postings of each event begin.
    private int[] begins = new int[1 << 10];

    private int events;

    private int[] places = new int[1 << 12];
    private short[] roles = new short[1 << 12];
    private int postings;

    Segment(long firstEvent) {
        this.firstEvent = firstEvent;
    }

    boolean full() {
        return events >= MOST_EVENTS || entities.size() >= MOST_ENTITIES || postings >= MOST_POSTINGS;
    }

    int events() {
        return events;
    }

    int postings() {
        return postings;
    }

    List<SeenEntity> entities() {
        return entities;
    }

    SeenEntity entity(EntityKey key) {
        return byKey.computeIfAbsent(key, this::newEntity);
    }

    private SeenEntity newEntity(@Nullable EntityKey key) {
        var entity = new SeenEntity(key, entities.size());
        entities.add(entity);
        return entity;
    }

    /// Begins the next event; [#link] then adds what it shows.
    void event(EventKind kind, long time) {
        if (events == times.length) {
            times = Arrays.copyOf(times, events * 2);
            kinds = Arrays.copyOf(kinds, events * 2);
            begins = Arrays.copyOf(begins, events * 2);
        }
        times[events] = time;
        kinds[events] = (byte) kind.ordinal();
        begins[events] = postings;
        events++;
        SeenEntity ofKind = byKind[kind.ordinal()];
        if (ofKind == null) {
            ofKind = newEntity(null);
            ofKind.id = EntityIds.eventKind(kind);
            byKind[kind.ordinal()] = ofKind;
        }
        post(ofKind, 0);
    }

    /// The entity plays the part in the event that was begun last.
    void link(SeenEntity entity, int role) {
        if (entity.lastEvent == events) {
            roles[entity.lastPosting] |= (short) (1 << role);
        } else {
            post(entity, 1 << role);
        }
    }

    private void post(SeenEntity entity, int mask) {
        if (postings == places.length) {
            places = Arrays.copyOf(places, postings * 2);
            roles = Arrays.copyOf(roles, postings * 2);
        }
        entity.lastEvent = events;
        entity.lastPosting = postings;
        entity.postings++;
        places[postings] = entity.place;
        roles[postings] = (short) mask;
        postings++;
    }

    /// Told of each posting, entity by entity, each entity's in order of time.
    interface Each {
        void posting(long time, long event, int kind, int roles);
    }

    /// The postings by entity; reads those of one entity at a time.
    Sorted sorted() {
        int[] order = RowSort.by(IntStream.range(0, events).toArray(), (a, b) -> Long.compare(times[a], times[b]));
        int[] starts = new int[entities.size() + 1];
        for (SeenEntity entity : entities) {
            starts[entity.place + 1] = entity.postings;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] eventOf = new int[postings];
        int[] postingOf = new int[postings];
        for (int event : order) {
            int end = event + 1 < events ? begins[event + 1] : postings;
            for (int p = begins[event]; p < end; p++) {
                int to = next[places[p]]++;
                eventOf[to] = event;
                postingOf[to] = p;
            }
        }
        return (entity, each) -> {
            for (int i = starts[entity.place]; i < starts[entity.place + 1]; i++) {
                int event = eventOf[i];
                each.posting(times[event], firstEvent + event, kinds[event], roles[postingOf[i]] & 0xffff);
            }
        };
    }

    interface Sorted {
        void read(SeenEntity entity, Each each);
    }
}
