package dupin.store;

import dupin.model.EventKind;
import dupin.model.row.RowSort;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Finds the first or the last events that a query asks for by their sightings, without reading the events themselves. For
/// one thread and one query.
final class EventSearch {

    /// An event and what it is ordered by.
    record Hit(long time, int rank, long event) {}

    private record Part(long id, long first, long last) {}

    /// The events of one sighting, in order of time.
    private record Span(int from, int to) {}

    private static final int PAGE = 256;

    private static final String SIGHTINGS =
            "SELECT %s FROM sighting WHERE id BETWEEN ? AND ? AND last_time >= ? AND first_time < ? AND BITAND(kinds, CAST(? AS BIGINT)) <> 0";

    private static final Comparator<Hit> ORDER =
            Comparator.comparingLong(Hit::time).thenComparingInt(Hit::rank).thenComparingLong(Hit::event);

    private final Committed committed;
    private final EventQuery query;
    private final long kinds;
    private final int roles;
    private final long from;
    private final long to;
    private final TreeSet<Hit> best = new TreeSet<>(ORDER);
    private long[] times = new long[1_024];
    private long[] events = new long[1_024];
    private int count;

    EventSearch(Committed committed, EventQuery query) {
        this.committed = committed;
        this.query = query;
        this.kinds =
                query.kinds().isEmpty()
                        ? -1L
                        : query.kinds().stream().mapToLong(k -> 1L << k.ordinal()).reduce(0, (a, b) -> a | b);
        boolean any = query.roles().isEmpty() || query.entity() == null;
        this.roles = any ? -1 : query.roles().stream().mapToInt(r -> 1 << r.ordinal()).reduce(0, (a, b) -> a | b);
        boolean open = query.from() == null && query.to() == null;
        this.from = open ? Ticks.NONE : query.from() == null ? Ticks.NONE + 1 : Ticks.from(query.from());
        this.to = query.to() == null ? Long.MAX_VALUE : Ticks.from(query.to());
    }

    /// @param entities numbers of the entity and its aliases; those of kinds of events when the query names no entity
    List<Hit> find(Handle handle, List<Long> entities) throws SQLException {
        var parts = new ArrayList<Part>();
        for (long entity : entities) {
            parts(handle, entity, parts);
        }
        parts.sort(Comparator.comparingLong(Part::first));
        try (var postings = handle.getConnection().prepareStatement("SELECT postings FROM sighting WHERE id = ?")) {
            for (Part part : parts) {
                if (full() && part.first > best.last().time()) {
                    break;
                }
                read(postings, part.id, this::consider);
            }
        }
        return List.copyOf(best);
    }

    /// As [#find], from the other end; the earliest of them comes first all the same.
    List<Hit> findLast(Handle handle, List<Long> entities) throws SQLException {
        var parts = new ArrayList<Part>();
        for (long entity : entities) {
            parts(handle, entity, parts);
        }
        parts.sort(Comparator.comparingLong(Part::last).reversed());
        try (var postings = handle.getConnection().prepareStatement("SELECT postings FROM sighting WHERE id = ?")) {
            for (Part part : parts) {
                if (full() && part.last < best.first().time()) {
                    break;
                }
                read(postings, part.id, this::considerLast);
            }
        }
        return List.copyOf(best);
    }

    /// How many events there are of these kinds, whenever they were.
    long count(Handle handle, List<Long> kindsOfEvents) throws SQLException {
        long sum = 0;
        try (var select =
                handle.getConnection().prepareStatement("SELECT SUM(events) FROM sighting WHERE id BETWEEN ? AND ?")) {
            for (long kind : kindsOfEvents) {
                select.setLong(1, EntityIds.sighting(kind, 0, 0));
                select.setLong(2, EntityIds.sighting(kind, 0, committed.segment()));
                try (ResultSet row = select.executeQuery()) {
                    sum += row.next() ? row.getLong(1) : 0;
                }
            }
        }
        return sum;
    }

    /// Numbers of all events that the query asks for, in order, whatever its limit.
    long[] all(Handle handle, List<Long> entities) throws SQLException {
        var spans = new ArrayList<Span>();
        for (long entity : entities) {
            var own = new ArrayList<Span>();
            gather(handle, entity, own);
            // Of one entity they hardly overlap: in this order they are one stretch.
            own.sort(Comparator.comparingLong(span -> times[span.from]));
            spans.addAll(own);
        }
        return ordered(spans);
    }

    private void gather(Handle handle, long entity, List<Span> spans) throws SQLException {
        long last = EntityIds.sighting(entity, 0, 0) - 1;
        int read;
        do {
            read = 0;
            try (var select =
                    handle.getConnection()
                            .prepareStatement(SIGHTINGS.formatted("id, postings") + " ORDER BY id LIMIT " + PAGE)) {
                ask(select, last + 1, entity);
                try (ResultSet rows = select.executeQuery()) {
                    for (; rows.next(); read++) {
                        last = rows.getLong(1);
                        if (EntityIds.segment(last) <= committed.segment()) {
                            gather(rows.getBytes(2), spans);
                        }
                    }
                }
            }
        } while (read == PAGE);
    }

    private void gather(byte[] postings, List<Span> spans) {
        int before = count;
        Postings.read(
                postings,
                (time, event, kind, mask) -> {
                    if (fits(time, kind, mask)) {
                        add(time, event);
                    }
                    return time < to;
                });
        if (count > before) {
            spans.add(new Span(before, count));
        }
    }

    private void add(long time, long event) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            events = Arrays.copyOf(events, count * 2);
        }
        times[count] = time;
        events[count++] = event;
    }

    /// By time, then by the file's digest, then by number; an event that an entity and its alias share comes once.
    private long[] ordered(List<Span> spans) {
        int[] rows = new int[count];
        int next = 0;
        for (Span span : spans) {
            for (int row = span.from; row < span.to; row++) {
                rows[next++] = row;
            }
        }
        rows = RowSort.by(rows, this::compare);
        long[] once = new long[count];
        int kept = 0;
        for (int row : rows) {
            if (kept == 0 || once[kept - 1] != events[row]) {
                once[kept++] = events[row];
            }
        }
        return Arrays.copyOf(once, kept);
    }

    private int compare(int a, int b) {
        if (times[a] != times[b]) {
            return Long.compare(times[a], times[b]);
        }
        int ranks = Integer.compare(committed.rankOf(events[a]), committed.rankOf(events[b]));
        return ranks != 0 ? ranks : Long.compare(events[a], events[b]);
    }

    /// Shows when the events that the query asks for happened, each once, those without a time left out.
    void times(Handle handle, List<Long> entities, EventTimes times) throws SQLException {
        // An entity and its alias may both stand in one event.
        boolean twice = entities.size() > 1 && query.entity() != null;
        var seen = new BitSet();
        var parts = new ArrayList<Part>();
        for (long entity : entities) {
            parts(handle, entity, parts);
        }
        try (var postings = handle.getConnection().prepareStatement("SELECT postings FROM sighting WHERE id = ?")) {
            for (Part part : parts) {
                read(
                        postings,
                        part.id,
                        (time, event, kind, mask) -> {
                            boolean fresh = !twice || !seen.get((int) event);
                            if (time != Ticks.NONE && fits(time, kind, mask) && fresh) {
                                seen.set((int) event, twice);
                                times.row(time, event);
                            }
                            return time < to;
                        });
            }
        }
    }

    static List<Long> kindsOf(EventQuery query) {
        return query.kinds().isEmpty()
                ? List.of(EventKind.values()).stream().map(EntityIds::eventKind).toList()
                : query.kinds().stream().map(EntityIds::eventKind).toList();
    }

    private void parts(Handle handle, long entity, List<Part> into) throws SQLException {
        try (var select = handle.getConnection().prepareStatement(SIGHTINGS.formatted("id, first_time, last_time"))) {
            ask(select, EntityIds.sighting(entity, 0, 0), entity);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (EntityIds.segment(rows.getLong(1)) <= committed.segment()) {
                        into.add(new Part(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
        }
    }

    private void ask(PreparedStatement select, long first, long entity) throws SQLException {
        select.setLong(1, first);
        select.setLong(2, EntityIds.lastSighting(entity));
        select.setLong(3, from);
        select.setLong(4, to);
        select.setLong(5, kinds);
    }

    private void read(PreparedStatement postings, long part, Postings.Each each) throws SQLException {
        postings.setLong(1, part);
        try (ResultSet row = postings.executeQuery()) {
            if (row.next()) {
                Postings.read(row.getBytes(1), each);
            }
        }
    }

    private boolean consider(long time, long event, int kind, int mask) {
        if (time >= to) {
            return false;
        }
        if (full() && time > best.last().time()) {
            return false;
        }
        if (fits(time, kind, mask)) {
            best.add(new Hit(time, committed.rankOf(event), event));
            if (best.size() > query.limit()) {
                best.pollLast();
            }
        }
        return true;
    }

    private boolean considerLast(long time, long event, int kind, int mask) {
        if (time >= to) {
            return false;
        }
        if (fits(time, kind, mask) && (!full() || time >= best.first().time())) {
            best.add(new Hit(time, committed.rankOf(event), event));
            if (best.size() > query.limit()) {
                best.pollFirst();
            }
        }
        return true;
    }

    private boolean full() {
        return best.size() >= query.limit();
    }

    private boolean fits(long time, int kind, int mask) {
        boolean plays = roles == -1 || (mask & roles) != 0;
        return time >= from && time < to && plays && (kinds >>> kind & 1) != 0;
    }
}
