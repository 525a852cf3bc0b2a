package dupin.service;

import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.Telemetry;
import dupin.service.Timeline.Lane;
import dupin.store.CaseStore;
import dupin.store.EventQuery;
import dupin.store.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Timelines of incidents, devices and users. What is drawn is counted from the times of rows alone, what is listed is read
/// for the stretch that is looked at, so that a case of millions of rows is never loaded. Reads only; background only.
public final class Timelines implements TimelineSource {
    private final CaseReads live;
    private final TimelineLanes lanes;

    Timelines(CaseReads live) {
        this.live = live;
        this.lanes = new TimelineLanes(live);
    }

    CaseStore store() {
        return live.store();
    }

    @Override
    public Optional<Timeline> of(Timeline.Subject subject) {
        return switch (subject) {
            case Timeline.Subject.OfIncident it -> lanes.ofIncident(it);
            case Timeline.Subject.OfEntity it -> lanes.ofEntity(it);
            case Timeline.Subject.OfHunt _ -> Optional.empty();
        };
    }

    @Override
    public TimelineCounts counts(Timeline timeline, Instant from, Instant to, int buckets, Progress progress) {
        long first = Ticks.of(from);
        long last = Math.max(first + 1, Ticks.of(to));
        var counts = new int[timeline.lanes().size()][buckets];
        var all = new int[buckets];
        var seen = new BitSet();
        var shifted = new ShiftedRows(live.store(), timeline, from, to);
        double width = (double) buckets / (last - first);
        for (int i = 0; i < counts.length; i++) {
            progress.check();
            int[] lane = counts[i];
            times(
                    timeline,
                    timeline.lanes().get(i),
                    shifted,
                    from,
                    to,
                    (ticks, number) -> {
                        if (ticks < first || ticks >= last) {
                            return;
                        }
                        int bucket = Math.min(buckets - 1, (int) ((ticks - first) * width));
                        lane[bucket]++;
                        if (!seen.get((int) number)) {
                            seen.set((int) number);
                            all[bucket]++;
                        }
                    });
        }
        return new TimelineCounts(from, to, counts, all, Arrays.stream(all).asLongStream().sum());
    }

    @Override
    public TimelineRows rows(
            Timeline timeline,
            @Nullable Lane lane,
            Set<Timeline.Clock> clocks,
            Instant from,
            Instant to,
            Progress progress) {
        return new TimelineReading(live, timeline, clocks).rows(this, lane, from, to, progress);
    }

    /// Told of the moment of a row as the lane shows it.
    interface Moments {
        void at(long ticks, long number);
    }

    /// The times of a lane's rows, in no order, with all corrections; some outside of the stretch may be among them.
    void times(Timeline timeline, Lane lane, ShiftedRows shifted, Instant from, Instant to, Moments moments) {
        EventQuery query = query(timeline, lane, from, to);
        if (query == null) {
            return;
        }
        live.store()
                .times(
                        query,
                        (ticks, number) -> {
                            if (shifted.belongs(lane, number)) {
                                moments.at(ticks + shifted.ticks(number), number);
                            }
                        });
    }

    /// What the store is to be asked for the lane: wide enough for the corrections. Null when it has no telemetry.
    static @Nullable EventQuery query(Timeline timeline, Lane lane, Instant from, Instant to) {
        if (!lane.telemetry()) {
            return null;
        }
        Duration back = Duration.ZERO;
        Duration ahead = Duration.ZERO;
        for (var clock : timeline.clocks()) {
            back = clock.shift().compareTo(back) > 0 ? clock.shift() : back;
            ahead = clock.shift().compareTo(ahead) < 0 ? clock.shift() : ahead;
        }
        EntityKey key = lane.key() == null ? subject(timeline) : lane.key();
        return new EventQuery(
                key, Set.of(), kinds(lane.source()), from.minus(back), to.minus(ahead), Integer.MAX_VALUE);
    }

    static @Nullable EntityKey subject(Timeline timeline) {
        return timeline.subject() instanceof Timeline.Subject.OfEntity it ? it.key() : null;
    }

    static Set<EventKind> kinds(@Nullable Telemetry source) {
        return source == null
                ? Set.of()
                : Arrays.stream(EventKind.values()).filter(k -> k.source() == source).collect(Collectors.toSet());
    }
}
