package dupin.ui.fx;

import dupin.model.Investigation;
import java.time.Duration;
import java.time.Instant;

/// How long an investigation took up to now, and how much of that it waited for people. Any thread.
///
/// @param pending part of `elapsed`
public record InvestigationClock(Duration elapsed, Duration pending) {

    public static InvestigationClock of(Investigation run, Instant now) {
        Instant start = run.startedDateTime() == null ? run.queuedDateTime() : run.startedDateTime();
        if (start == null) {
            return new InvestigationClock(Duration.ZERO, Duration.ZERO);
        }
        Instant end = run.endedDateTime() == null ? now : run.endedDateTime();
        Duration elapsed = positive(Duration.between(start, end));
        Duration pending = run.totalPending();
        if (run.pendingSince() != null && run.endedDateTime() == null) {
            pending = pending.plus(positive(Duration.between(run.pendingSince(), now)));
        }
        return new InvestigationClock(elapsed, pending.compareTo(elapsed) > 0 ? elapsed : pending);
    }

    /// 0…1
    public double pendingShare() {
        return elapsed.isZero() ? 0 : (double) pending.toMillis() / Math.max(1, elapsed.toMillis());
    }

    private static Duration positive(Duration d) {
        return d.isNegative() ? Duration.ZERO : d;
    }
}
