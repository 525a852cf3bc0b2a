package dupin.service;

import dupin.service.Timeline.Lane;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the picture of a timeline gets its counts and rows from. Reads only; background only.
public interface TimelineSource {

    /// Empty when there is no such thing.
    Optional<Timeline> of(Timeline.Subject subject);

    /// Counts the rows of each lane.
    ///
    /// @param to exclusive
    /// @throws java.util.concurrent.CancellationException when called off through the progress
    TimelineCounts counts(Timeline timeline, Instant from, Instant to, int buckets, Progress progress);

    /// What stands in a stretch of time: telemetry rows and everything else.
    ///
    /// @param lane null for all
    /// @param clocks by which alerts, decisions and imports are shown; rows come by the event clock
    /// @param to exclusive
    /// @throws java.util.concurrent.CancellationException when called off through the progress
    TimelineRows rows(
            Timeline timeline,
            @Nullable Lane lane,
            Set<Timeline.Clock> clocks,
            Instant from,
            Instant to,
            Progress progress);
}
