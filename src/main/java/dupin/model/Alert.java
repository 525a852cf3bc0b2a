package dupin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One alert of a provider with its evidence, in normalised form. Enumerations other than the severity keep the
/// source's word (see `providerInvestigationState`, `status` …).
///
/// @param id the provider's alert id, the alert's identity in the case
/// @param providerIncidentId the provider's incident, "" when the alert came alone
/// @param otherIds ids that the source gives it besides its own, under which another product may export it
/// @param alsoFrom exports of the same alert by other products, which the case holds as this one
/// @param policyId of the alert policy, rule or detector that raised it, "" when the source does not say
/// @param policyName what the source calls that policy, "" when it gives an id at most; see [#policy]
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
        RowRef row,
        List<String> otherIds,
        List<Provenance> alsoFrom,
        String policyId,
        String policyName) {

    /// Another product's export of the alert.
    public record Provenance(String id, String providerIncidentId, String productName, RowRef row) {}

    public Alert {
        mitreTechniques = List.copyOf(mitreTechniques);
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
        evidence = List.copyOf(evidence);
        otherIds = List.copyOf(otherIds);
        alsoFrom = List.copyOf(alsoFrom);
    }

    /// An alert that goes by its own id alone.
    public Alert(
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
        this(
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
                evidence,
                row,
                List.of(),
                List.of(),
                "",
                "");
    }

    /// What raised it, by the best name known: where a source gives only an id, products name the alert after its policy.
    /// "" when the source does not say.
    public String policy() {
        return !policyName.isEmpty() ? policyName : policyId.isEmpty() ? "" : title.isEmpty() ? policyId : title;
    }

    /// The alert as raised by a policy, rule or detector; both "" when it is not said.
    public Alert raisedBy(String id, String name) {
        return copy(evidence, otherIds, alsoFrom, id.strip(), name.strip());
    }

    /// Event time to place the alert by: first activity, else last activity, else creation.
    public @Nullable Instant time() {
        return firstActivityDateTime != null
                ? firstActivityDateTime
                : lastActivityDateTime != null ? lastActivityDateTime : createdDateTime;
    }

    /// The same alert with other evidence, in the given order.
    public Alert withEvidence(List<Evidence> other) {
        return copy(other, otherIds, alsoFrom, policyId, policyName);
    }

    /// The alert with further ids of its source; blank ones and its own are left out.
    public Alert knownAs(String... ids) {
        var all = new LinkedHashSet<>(otherIds);
        for (String other : ids) {
            if (!other.isBlank() && !other.strip().equalsIgnoreCase(id)) {
                all.add(other.strip());
            }
        }
        return copy(evidence, List.copyOf(all), alsoFrom, policyId, policyName);
    }

    /// The alert with what an older export of it, or another product's, adds: ids, provenances, evidence
    /// and its policy.
    public Alert with(Alert other) {
        var all = new ArrayList<>(evidence);
        var keys = new HashSet<EntityKey>();
        all.forEach(e -> keys.add(e.entity().key()));
        other.evidence.stream().filter(e -> keys.add(e.entity().key())).forEach(all::add);
        var from = new LinkedHashSet<>(alsoFrom);
        from.addAll(other.alsoFrom);
        var ids = new LinkedHashSet<>(otherIds);
        ids.addAll(other.otherIds);
        if (!other.id.equals(id)) {
            from.add(new Provenance(other.id, other.providerIncidentId, other.productName, other.row));
            ids.add(other.id);
        }
        return copy(
                all,
                List.copyOf(ids),
                List.copyOf(from),
                policyId.isEmpty() ? other.policyId : policyId,
                policyName.isEmpty() ? other.policyName : policyName);
    }

    private Alert copy(
            List<Evidence> newEvidence,
            List<String> newOtherIds,
            List<Provenance> newAlsoFrom,
            String newPolicyId,
            String newPolicyName) {
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
                newEvidence,
                row,
                newOtherIds,
                newAlsoFrom,
                newPolicyId,
                newPolicyName);
    }
}
