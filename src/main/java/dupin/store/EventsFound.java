package dupin.store;

import dupin.model.TelemetryEvent;
import java.util.List;

/// The telemetry rows that a question found, in order of time, as it was asked: rows that are imported later are not among
/// them. Thread-safe; reading goes to the store.
public final class EventsFound {
    private final TelemetryRows rows;
    private final long[] events;
    private final boolean ascending;

    EventsFound(TelemetryRows rows, long[] events, boolean ascending) {
        this.rows = rows;
        this.events = events;
        this.ascending = ascending;
    }

    public int size() {
        return events.length;
    }

    /// Rows without their raw text.
    public List<TelemetryEvent> rows(int from, int to) {
        long[] some = new long[to - from];
        for (int i = 0; i < some.length; i++) {
            some[i] = events[ascending ? from + i : events.length - 1 - from - i];
        }
        return rows.read(some);
    }
}
