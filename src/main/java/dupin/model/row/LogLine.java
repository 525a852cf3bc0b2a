package dupin.model.row;

import dupin.model.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Log tab: one thing that happened, in the order of the journal.
///
/// @param id the journal entry's position
/// @param actionType group for filtering: Alert, Investigation, Analysis, Scope, Verdict, Decision, Remediation, Incident,
///     Merge, Comment
/// @param actor who did it
/// @param changes of the incident's or alert's fields, where the line is about those
public record LogLine(
        long id,
        String actionType,
        String action,
        String status,
        String deviceName,
        String description,
        String comments,
        String actor,
        @Nullable Instant timeCreated,
        @Nullable Instant executionStart,
        @Nullable Duration duration,
        @Nullable Duration pendingDuration,
        @Nullable Duration queuedDuration,
        List<Entry.Change> changes) {

    public LogLine {
        changes = List.copyOf(changes);
    }

    /// A line that changes no field.
    public LogLine(
            long id,
            String actionType,
            String action,
            String status,
            String deviceName,
            String description,
            String comments,
            String actor,
            @Nullable Instant timeCreated,
            @Nullable Instant executionStart,
            @Nullable Duration duration,
            @Nullable Duration pendingDuration,
            @Nullable Duration queuedDuration) {
        this(
                id,
                actionType,
                action,
                status,
                deviceName,
                description,
                comments,
                actor,
                timeCreated,
                executionStart,
                duration,
                pendingDuration,
                queuedDuration,
                List.of());
    }
}
