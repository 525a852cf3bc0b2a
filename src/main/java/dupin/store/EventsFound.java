package dupin.store;

import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The telemetry rows that a question found, oldest first, as it was asked: rows that are imported later are not among them.
/// Of very many the two ends are found without the rest, for they are looked at first; the order of the rest is found when
/// some of it is asked for. Thread-safe; reading goes to the store.
public final class EventsFound {
    /// So many rows at either end are found by themselves.
    private static final int END = 1_024;

    private final TelemetryRows rows;
    private final Committed committed;
    private final EventQuery query;
    private final int size;
    private long @Nullable [] first;
    private long @Nullable [] last;
    private volatile long @Nullable [] all;

    /// @param all numbers of the events in order; taken over
    EventsFound(TelemetryRows rows, Committed committed, EventQuery query, long[] all) {
        this(rows, committed, query, all.length);
        this.all = all;
    }

    /// @param size how many there are, to be found later
    EventsFound(TelemetryRows rows, Committed committed, EventQuery query, int size) {
        this.rows = rows;
        this.committed = committed;
        this.query = query;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /// Rows without their raw text.
    ///
    /// @param to exclusive
    public List<TelemetryEvent> rows(int from, int to) {
        return rows.read(numbers(from, to));
    }

    /// Where these rows stand, ascending; others are left out.
    public int[] places(Collection<RowRef> wanted) {
        var numbers = new ArrayList<Long>();
        for (RowRef row : wanted) {
            rows.number(row).ifPresent(numbers::add);
        }
        if (numbers.isEmpty()) {
            return new int[0];
        }
        long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().toArray();
        long[] events = all();
        return IntStream.range(0, events.length).filter(at -> Arrays.binarySearch(sorted, events[at]) >= 0).toArray();
    }

    private long[] numbers(int from, int to) {
        long[] known = all;
        if (known == null && to <= END) {
            return Arrays.copyOfRange(beginning(), from, to);
        }
        if (known == null && from >= size - END) {
            long[] some = ending();
            int before = size - some.length;
            return Arrays.copyOfRange(some, from - before, to - before);
        }
        return Arrays.copyOfRange(all(), from, to);
    }

    private synchronized long[] beginning() {
        long[] known = first;
        if (known == null) {
            known = rows.first(committed, limited());
            first = known;
        }
        return known;
    }

    private synchronized long[] ending() {
        long[] known = last;
        if (known == null) {
            known = rows.last(committed, limited());
            last = known;
        }
        return known;
    }

    private EventQuery limited() {
        return new EventQuery(query.entity(), query.roles(), query.kinds(), query.from(), query.to(), END);
    }

    private long[] all() {
        long[] known = all;
        return known == null ? findAll() : known;
    }

    private synchronized long[] findAll() {
        long[] known = all;
        if (known == null) {
            known = rows.find(committed, query);
            all = known;
        }
        return known;
    }
}
