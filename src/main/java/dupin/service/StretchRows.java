package dupin.service;

import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.row.RowSort;
import dupin.store.CaseStore;
import dupin.store.Ticks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What stands in a stretch of a case's timeline: of telemetry only the times are kept, and rows are read as they come into
/// view. Thread-safe.
final class StretchRows implements TimelineRows {
    private static final Pattern OF_TELEMETRY = Pattern.compile("[0-9a-f]{64}:\\d{18}");

    private final CaseStore store;
    private final Function<TelemetryEvent, TimelineRow> telling;
    private final List<TimelineRow> marks;
    private final long[] ticks;

    /// Of a telemetry row its number in the store, of a mark its place in `marks`, counted down from -1.
    private final long[] what;

    private StretchRows(
            CaseStore store,
            Function<TelemetryEvent, TimelineRow> telling,
            List<TimelineRow> marks,
            long[] ticks,
            long[] what) {
        this.store = store;
        this.telling = telling;
        this.marks = marks;
        this.ticks = ticks;
        this.what = what;
    }

    /// Gathers times; for one thread.
    static final class Gathered implements Timelines.Moments {
        private final long from;
        private final long to;
        private final BitSet seen = new BitSet();
        private long[] ticks = new long[1_024];
        private long[] what = new long[1_024];
        private int count;

        /// @param to exclusive
        Gathered(Instant from, Instant to) {
            this.from = Ticks.of(from);
            this.to = Ticks.of(to);
        }

        /// A telemetry row, which counts once and only when it is within the stretch.
        @Override
        public void at(long moment, long number) {
            if (moment >= from && moment < to && !seen.get((int) number)) {
                seen.set((int) number);
                add(moment, number);
            }
        }

        private void add(long moment, long one) {
            if (count == ticks.length) {
                ticks = Arrays.copyOf(ticks, count * 2);
                what = Arrays.copyOf(what, count * 2);
            }
            ticks[count] = moment;
            what[count++] = one;
        }

        /// @param telling makes a row of what the store tells
        /// @param marks all else that stands in the stretch, in any order
        StretchRows rows(CaseStore store, Function<TelemetryEvent, TimelineRow> telling, List<TimelineRow> marks) {
            for (int i = 0; i < marks.size(); i++) {
                add(Ticks.of(marks.get(i).time()), -1 - i);
            }
            int[] order = RowSort.byKeys(IntStream.range(0, count).toArray(), Arrays.copyOf(ticks, count));
            long[] times = new long[count];
            long[] sorted = new long[count];
            for (int i = 0; i < count; i++) {
                times[i] = ticks[order[i]];
                sorted[i] = what[order[i]];
            }
            return new StretchRows(store, telling, List.copyOf(marks), times, sorted);
        }
    }

    @Override
    public int size() {
        return what.length;
    }

    @Override
    public List<@Nullable TimelineRow> rows(int from, int to) {
        long[] numbers = Arrays.stream(what, from, to).filter(one -> one >= 0).toArray();
        List<TelemetryEvent> events = store.rows(numbers);
        var rows = new ArrayList<@Nullable TimelineRow>(to - from);
        int next = 0;
        for (int i = from; i < to; i++) {
            rows.add(what[i] < 0 ? marks.get((int) (-1 - what[i])) : telling.apply(events.get(next++)));
        }
        return rows;
    }

    @Override
    public int[] places(Collection<?> ids) {
        Set<Long> wanted = new HashSet<>();
        for (Object id : ids) {
            String text = String.valueOf(id);
            if (OF_TELEMETRY.matcher(text).matches()) {
                RowRef row = HuntRows.row(text);
                store.number(row).ifPresent(wanted::add);
            }
            for (int i = 0; i < marks.size(); i++) {
                if (marks.get(i).id().equals(text)) {
                    wanted.add(-1L - i);
                }
            }
        }
        return wanted.isEmpty()
                ? new int[0]
                : IntStream.range(0, what.length).filter(place -> wanted.contains(what[place])).toArray();
    }

    @Override
    public int placeOf(Instant moment) {
        long wanted = Ticks.of(moment);
        int low = 0;
        int high = ticks.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ticks[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
