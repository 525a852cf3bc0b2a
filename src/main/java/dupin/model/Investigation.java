package dupin.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One automated investigation of one incident.
///
/// @param id deterministic: `INV-` and digits of the incident and the run
/// @param trigger the triggering alert's id, or the entity it was started on by hand
/// @param title the triggering alert's title, or what was started by hand
/// @param startedBy `Automation` or a person
/// @param steps finished steps in order
/// @param entities keys of the entities in scope
/// @param pendingSince since when it waits for approval; null while it does not
public record Investigation(
        String id,
        String incidentId,
        String trigger,
        String title,
        String playbookId,
        String startedBy,
        InvestigationState state,
        String stateNote,
        List<String> alertIds,
        List<StepRecord> steps,
        int stepCount,
        List<EntityKey> entities,
        @Nullable Instant queuedDateTime,
        @Nullable Instant startedDateTime,
        @Nullable Instant analysedDateTime,
        @Nullable Instant endedDateTime,
        @Nullable Instant pendingSince,
        Duration totalPending) {
    public Investigation {
        alertIds = List.copyOf(alertIds);
        steps = Frozen.copyOf(steps);
        entities = List.copyOf(entities);
    }

    /// Whether all steps are done; what keeps it open then are actions.
    public boolean analysed() {
        return analysedDateTime != null;
    }
}
