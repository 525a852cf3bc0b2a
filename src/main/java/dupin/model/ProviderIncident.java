package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An incident as the provider exported it: its name, words and grouping of alerts. Its alerts come as [Alert]s of their own.
public record ProviderIncident(
        String id,
        String redirectIncidentId,
        String displayName,
        String description,
        Severity severity,
        String status,
        String classification,
        String determination,
        String assignedTo,
        List<String> tags,
        List<Comment> comments,
        List<String> alertIds,
        @Nullable Instant createdDateTime,
        @Nullable Instant lastUpdateDateTime,
        RowRef row) {
    public ProviderIncident {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
        alertIds = List.copyOf(alertIds);
    }
}
