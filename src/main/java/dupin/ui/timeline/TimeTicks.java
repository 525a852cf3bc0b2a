package dupin.ui.timeline;

import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where an axis of time has its ticks and what stands at them. Pure.
final class TimeTicks {
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    Duration.ofDays(90),
                    Duration.ofDays(365),
                    Duration.ofDays(3_650));

    private TimeTicks() {}

    record Tick(Instant at, String label) {}

    /// @param room pixels that a label needs
    static List<Tick> of(TimeWindow window, double width, double room) {
        double most = Math.max(1, width / room);
        Duration step = STEPS.getLast();
        for (Duration one : STEPS) {
            if (window.span().toMillis() / (double) one.toMillis() <= most) {
                step = one;
                break;
            }
        }
        long millis = step.toMillis();
        var ticks = new ArrayList<Tick>();
        long at = Math.ceilDiv(window.from().toEpochMilli(), millis) * millis;
        for (; ticks.size() <= most + 1; at += millis) {
            Instant time = Instant.ofEpochMilli(at);
            if (!window.holds(time)) {
                break;
            }
            ticks.add(new Tick(time, label(time, step)));
        }
        return ticks;
    }

    /// As much of the time as the step needs.
    private static String label(Instant time, Duration step) {
        String full = Times.full(time);
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            return full.substring(0, 10);
        }
        if (step.compareTo(Duration.ofMinutes(1)) >= 0) {
            return full.substring(5, 16);
        }
        return step.compareTo(Duration.ofSeconds(1)) >= 0 ? full.substring(11, 19) : full.substring(11, 23);
    }
}
