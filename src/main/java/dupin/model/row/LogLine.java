package dupin.model.row;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Log tab: one thing that happened, in the order of the journal.
///
/// @param id the journal entry's position
/// @param actionType group for filtering: Investigation, Analysis, Scope, Decision, Remediation, Alert, Policy, Comment
/// @param actor who did it
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
        @Nullable Duration queuedDuration) {}
