package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A remediation or response action that another product took, proposed or waits to take (a machine action, an action
/// of an `AirInvestigation`). Read-only history for Dupin.
public record ProviderAction(
        String id,
        String investigationId,
        String type,
        String status,
        String description,
        String requestor,
        String comment,
        String device,
        List<Entity> targets,
        @Nullable Instant createdDateTime,
        @Nullable Instant lastUpdateDateTime,
        RowRef row) {
    public ProviderAction {
        targets = List.copyOf(targets);
    }
}
