package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.TuningFold;
import dupin.model.Alert;
import dupin.model.Incident;
import dupin.store.Ticks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When incidents and alerts were last active, taken out of the fold in a moment, so that nobody who writes waits while
/// they are counted. Immutable.
final class DayTimes {
    private static final long HOUR = LastDay.HOUR.toNanos() / 100;

    /// Ticks, in no order; what tells no time is left out.
    private final long[] incidents;

    private final long[] alerts;

    private DayTimes(long[] incidents, long[] alerts) {
        this.incidents = incidents;
        this.alerts = alerts;
    }

    /// What a tuning rule hides is in no queue, so that an hour of it would be an empty list.
    static DayTimes of(CaseState state) {
        Set<String> hidden = TuningFold.hidden(state);
        return of(
                state.incidents().stream().map(Incident::lastActivity),
                state.alerts().stream().filter(alert -> !hidden.contains(alert.id())).map(DayTimes::last));
    }

    static DayTimes of(Stream<@Nullable Instant> incidents, Stream<@Nullable Instant> alerts) {
        return new DayTimes(known(incidents), known(alerts));
    }

    private static @Nullable Instant last(Alert alert) {
        return alert.lastActivityDateTime() != null ? alert.lastActivityDateTime() : alert.time();
    }

    private static long[] known(Stream<@Nullable Instant> times) {
        long never = Ticks.of(null);
        return times.mapToLong(Ticks::of).filter(time -> time != never).toArray();
    }

    /// @param zone in which hours are whole
    LastDay day(Instant now, ZoneId zone) {
        long end = end(now, zone);
        if (all().anyMatch(time -> time < end && time >= end - LastDay.HOURS * HOUR)) {
            return counted(end, true);
        }
        // What claims to come from the future is the newest only where there is nothing else.
        long latest = Ticks.of(now);
        long newest = newest(time -> time <= latest);
        if (newest == Ticks.of(null)) {
            newest = newest(_ -> true);
        }
        Instant at = Ticks.time(newest);
        return at == null ? LastDay.NONE : counted(end(at, zone), false);
    }

    private LongStream all() {
        return LongStream.concat(LongStream.of(incidents), LongStream.of(alerts));
    }

    private long newest(LongPredicate among) {
        return all().filter(among).max().orElse(Ticks.of(null));
    }

    private static long end(Instant time, ZoneId zone) {
        return Ticks.of(time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant()) + HOUR;
    }

    private LastDay counted(long end, boolean current) {
        long from = end - LastDay.HOURS * HOUR;
        return new LastDay(Ticks.time(from), current, hours(incidents, from), hours(alerts, from));
    }

    private static List<Integer> hours(long[] times, long from) {
        int[] counts = new int[LastDay.HOURS];
        for (long time : times) {
            if (time >= from && time < from + LastDay.HOURS * HOUR) {
                counts[(int) ((time - from) / HOUR)]++;
            }
        }
        var hours = new ArrayList<Integer>(LastDay.HOURS);
        for (int count : counts) {
            hours.add(count);
        }
        return hours;
    }
}
