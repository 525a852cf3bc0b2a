package dupin.service;

import dupin.model.EntityKey;
import dupin.model.HostClock;
import dupin.model.Severity;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to an incident, a device or a user, on one axis. Telemetry is not in here: it is counted and read for the
/// stretch of time that is looked at ([Timelines]), for there may be a million rows of it.
///
/// @param title name of what it is about
/// @param lanes those that show most of the story first
/// @param moreLanes entities that have no lane of their own here
/// @param marks what is known apart from telemetry rows, by time
/// @param clocks corrections of devices' clocks, which are worked into all times
public record Timeline(
        Subject subject, String title, List<Lane> lanes, int moreLanes, List<Mark> marks, List<HostClock> clocks) {

    public Timeline {
        lanes = List.copyOf(lanes);
        marks = List.copyOf(marks);
        clocks = List.copyOf(clocks);
    }

    /// The four clocks, which are never mixed: when it happened, when a product saw it, when it came into this case, when
    /// somebody decided on it here.
    public enum Clock {
        EVENT,
        DETECTION,
        INGEST,
        DECISION
    }

    /// An incident, or a device or user with everything that shows it.
    public sealed interface Subject {
        record OfIncident(String id) implements Subject {}

        record OfEntity(EntityKey key) implements Subject {}

        /// What a query found.
        record OfHunt(String query) implements Subject {}
    }

    /// A row of the picture: rows of telemetry that show the entity, of one source where one is named.
    ///
    /// @param key null for what belongs to no entity
    /// @param source null for all
    /// @param rows that show the entity as long as the case lasts, before anything is narrowed to a source or the subject
    /// @param first no row is earlier, and none later than `last`, as its device's clock is taken to have gone
    /// @param shift of the device's clock
    public record Lane(
            @Nullable EntityKey key,
            @Nullable Telemetry source,
            String label,
            @Nullable Verdict verdict,
            long rows,
            @Nullable Instant first,
            @Nullable Instant last,
            Duration shift) {

        /// Whether it shows telemetry.
        public boolean telemetry() {
            return key != null || source != null;
        }
    }

    /// Something at a moment: an alert, a decision, an import.
    ///
    /// @param time by that clock; an alert has a mark for each clock that it bears
    /// @param lanes whose it is; empty for the case's own lane
    /// @param severity of an alert, else null
    /// @param id of the alert or action, `file:` and a hash for an import
    /// @param incidentId "" where there is none
    public record Mark(
            Clock clock,
            Instant time,
            List<EntityKey> lanes,
            @Nullable Severity severity,
            String text,
            String id,
            String incidentId,
            String by) {
        public Mark {
            lanes = List.copyOf(lanes);
        }
    }

    /// The first moment by any of the clocks.
    public Optional<Instant> first(Collection<Clock> clocks) {
        var marked = marks.stream().filter(mark -> clocks.contains(mark.clock())).map(Mark::time);
        var seen = lanes.stream().filter(_ -> clocks.contains(Clock.EVENT)).map(Lane::first).filter(Objects::nonNull);
        return java.util.stream.Stream.concat(marked, seen).min(Comparator.naturalOrder());
    }

    /// The last moment by any of the clocks.
    public Optional<Instant> last(Collection<Clock> clocks) {
        var marked = marks.stream().filter(mark -> clocks.contains(mark.clock())).map(Mark::time);
        var seen = lanes.stream().filter(_ -> clocks.contains(Clock.EVENT)).map(Lane::last).filter(Objects::nonNull);
        return java.util.stream.Stream.concat(marked, seen).max(Comparator.naturalOrder());
    }
}
