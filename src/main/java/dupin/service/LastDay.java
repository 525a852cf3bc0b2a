package dupin.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    public boolean isEmpty() {
        return from == null;
    }

    /// Where an hour begins; the twenty-fourth is where the last one ends.
    public Instant hour(int place) {
        return Objects.requireNonNull(from, "a case without times").plus(HOUR.multipliedBy(place));
    }
}
