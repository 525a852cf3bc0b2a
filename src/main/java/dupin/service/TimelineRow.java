package dupin.service;

import dupin.model.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing of a timeline with the times that it bears, each by its own clock.
///
/// @param id tells it from all others
/// @param source table of a row, product of an alert, whoever decided
/// @param original the event's time as the source told it; equal to `event` where no clock was corrected
/// @param shift worked into `event`
/// @param severity of an alert, else null
/// @param row the telemetry row; null for alerts, decisions and imports
/// @param incidentId "" where there is none
public record TimelineRow(
        String id,
        String what,
        String source,
        String device,
        @Nullable Instant event,
        @Nullable Instant original,
        Duration shift,
        @Nullable Instant detection,
        @Nullable Instant ingest,
        @Nullable Instant decision,
        @Nullable Severity severity,
        @Nullable HuntRow row,
        String incidentId) {

    /// Where it stands on the axis: by the first clock that it bears.
    public @Nullable Instant time() {
        return event != null ? event : detection != null ? detection : decision != null ? decision : ingest;
    }
}
