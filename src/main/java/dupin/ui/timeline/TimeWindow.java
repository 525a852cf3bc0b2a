package dupin.ui.timeline;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time and how it lies across a width in pixels.
///
/// @param to exclusive, after `from`
record TimeWindow(Instant from, Instant to) {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(73_050);

    TimeWindow {
        if (Duration.between(from, to).compareTo(SHORTEST) < 0) {
            to = from.plus(SHORTEST);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            to = from.plus(LONGEST);
        }
    }

    Duration span() {
        return Duration.between(from, to);
    }

    private double nanos() {
        return nanos(span());
    }

    private static double nanos(Duration span) {
        return span.getSeconds() * 1e9 + span.getNano();
    }

    private static Duration duration(double nanos) {
        return Duration.ofSeconds(
                (long) Math.floor(nanos / 1e9), (long) (nanos % 1e9 + (nanos < 0 ? 1e9 : 0)) % 1_000_000_000L);
    }

    double x(Instant time, double width) {
        return nanos(Duration.between(from, time)) / nanos() * width;
    }

    Instant at(double x, double width) {
        return from.plus(duration(x / Math.max(1, width) * nanos()));
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /// @param part of its own length; positive to later times
    TimeWindow moved(double part) {
        Duration by = duration(part * nanos());
        return new TimeWindow(from.plus(by), to.plus(by));
    }

    /// @param factor under 1 shows less
    TimeWindow zoomed(double factor, Instant around) {
        double length = Math.min(nanos() * factor, nanos(LONGEST));
        double before = nanos(Duration.between(from, around)) / nanos();
        Instant start = around.minus(duration(before * length));
        return new TimeWindow(start, start.plus(duration(length)));
    }

    /// A little more at both ends.
    TimeWindow grown(double part) {
        Duration more = duration(part * nanos()).plus(Duration.ofMillis(1));
        return new TimeWindow(from.minus(more), to.plus(more));
    }

    static TimeWindow around(Instant time, Duration half) {
        return new TimeWindow(time.minus(half), time.plus(half));
    }

    Instant middle() {
        return from.plus(duration(nanos() / 2));
    }
}
