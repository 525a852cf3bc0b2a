package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One alert of a provider with its evidence, in normalised form. Enumerations other than the severity keep the
/// source's word (see `providerInvestigationState`, `status` …).
///
/// @param id the provider's alert id, the alert's identity in the case
/// @param providerIncidentId the provider's incident, "" when the alert came alone
public record Alert(
        String id,
        String providerIncidentId,
        String title,
        String description,
        String recommendedActions,
        Severity severity,
        String status,
        String category,
        String serviceSource,
        String detectionSource,
        String productName,
        String classification,
        String determination,
        String assignedTo,
        String threatFamilyName,
        String providerInvestigationId,
        String providerInvestigationState,
        List<String> mitreTechniques,
        List<String> tags,
        List<Comment> comments,
        @Nullable Instant createdDateTime,
        @Nullable Instant firstActivityDateTime,
        @Nullable Instant lastActivityDateTime,
        @Nullable Instant lastUpdateDateTime,
        @Nullable Instant resolvedDateTime,
        List<Evidence> evidence,
        RowRef row) {

    public Alert {
        mitreTechniques = List.copyOf(mitreTechniques);
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
        evidence = List.copyOf(evidence);
    }

    /// Event time to place the alert by: first activity, else last activity, else creation.
    public @Nullable Instant time() {
        return firstActivityDateTime != null
                ? firstActivityDateTime
                : lastActivityDateTime != null ? lastActivityDateTime : createdDateTime;
    }

    /// The same alert with other evidence, in the given order.
    public Alert withEvidence(List<Evidence> other) {
        return new Alert(
                id,
                providerIncidentId,
                title,
                description,
                recommendedActions,
                severity,
                status,
                category,
                serviceSource,
                detectionSource,
                productName,
                classification,
                determination,
                assignedTo,
                threatFamilyName,
                providerInvestigationId,
                providerInvestigationState,
                mitreTechniques,
                tags,
                comments,
                createdDateTime,
                firstActivityDateTime,
                lastActivityDateTime,
                lastUpdateDateTime,
                resolvedDateTime,
                other,
                row);
    }
}
