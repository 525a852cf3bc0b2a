package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Alert;
import dupin.model.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Incidents and alerts of twenty-four whole hours, each counted in the hour of its last activity. They end with the hour
/// of now; where nothing happened in them, as in a case that was exported long ago, with that of the newest activity.
///
/// @param from where the first hour begins; null where the case tells no time at all
/// @param current whether the hours end now
/// @param incidents last active in each hour, the oldest first
/// @param alerts the same of alerts
public record LastDay(@Nullable Instant from, boolean current, List<Integer> incidents, List<Integer> alerts) {
    public static final int HOURS = 24;
    public static final Duration HOUR = Duration.ofHours(1);

    /// Of a case that tells no time.
    public static final LastDay NONE = new LastDay(null, false, List.of(), List.of());

    public LastDay {
        incidents = List.copyOf(incidents);
        alerts = List.copyOf(alerts);
    }

    /// @param zone in which hours are whole
    static LastDay of(CaseState state, Instant now, ZoneId zone) {
        return of(
                times(state.incidents().stream().map(Incident::lastActivity)),
                times(state.alerts().stream().map(LastDay::last)),
                now,
                zone);
    }

    private static @Nullable Instant last(Alert alert) {
        return alert.lastActivityDateTime() != null ? alert.lastActivityDateTime() : alert.time();
    }

    private static List<Instant> times(Stream<@Nullable Instant> all) {
        return all.<Instant>mapMulti(
                        (time, known) -> {
                            if (time != null) {
                                known.accept(time);
                            }
                        })
                .toList();
    }

    static LastDay of(List<Instant> incidents, List<Instant> alerts, Instant now, ZoneId zone) {
        Instant end = end(now, zone);
        boolean current = Stream.of(incidents, alerts).flatMap(List::stream).anyMatch(time -> within(time, end));
        if (current) {
            return counted(end, true, incidents, alerts);
        }
        // What claims to come from the future is the newest only where there is nothing else.
        return Stream.of(incidents, alerts)
                .flatMap(List::stream)
                .max(
                        Comparator.comparing((Instant time) -> !time.isAfter(now))
                                .thenComparing(Comparator.naturalOrder()))
                .map(newest -> counted(end(newest, zone), false, incidents, alerts))
                .orElse(NONE);
    }

    private static Instant end(Instant time, ZoneId zone) {
        return time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().plus(HOUR);
    }

    private static boolean within(Instant time, Instant end) {
        return time.isBefore(end) && !time.isBefore(end.minus(HOUR.multipliedBy(HOURS)));
    }

    private static LastDay counted(Instant end, boolean current, List<Instant> incidents, List<Instant> alerts) {
        Instant from = end.minus(HOUR.multipliedBy(HOURS));
        return new LastDay(from, current, hours(incidents, from, end), hours(alerts, from, end));
    }

    private static List<Integer> hours(List<Instant> times, Instant from, Instant end) {
        int[] counts = new int[HOURS];
        for (Instant time : times) {
            if (within(time, end)) {
                counts[(int) Duration.between(from, time).dividedBy(HOUR)]++;
            }
        }
        var hours = new ArrayList<Integer>(HOURS);
        for (int count : counts) {
            hours.add(count);
        }
        return hours;
    }

    public boolean isEmpty() {
        return from == null;
    }

    /// Where an hour begins; the twenty-fourth is where the last one ends.
    public Instant hour(int place) {
        return Objects.requireNonNull(from, "a case without times").plus(HOUR.multipliedBy(place));
    }
}
