package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole investigation that another product carried out (an `AirInvestigation` audit record, an endpoint
/// investigation), with its own actions. Shown read-only; Dupin investigates for itself.
public record ProviderInvestigation(
        String id,
        String name,
        String type,
        String status,
        String triggeringAlertId,
        String device,
        @Nullable Instant startedDateTime,
        @Nullable Instant endedDateTime,
        @Nullable Instant lastUpdateDateTime,
        List<ProviderAction> actions,
        RowRef row) {
    public ProviderInvestigation {
        actions = List.copyOf(actions);
    }
}
