package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entity as one alert shows it: roles and the provider's own words, which are kept beside ours and never replaced.
///
/// @param roles words of `evidenceRole` in camel case, as given
/// @param providerVerdict the source's word, "" when absent
public record Evidence(
        Entity entity,
        List<String> roles,
        List<String> detailedRoles,
        String providerVerdict,
        String providerRemediationStatus,
        String detectionStatus,
        List<String> tags,
        @Nullable Instant createdDateTime) {
    public Evidence {
        roles = List.copyOf(roles);
        detailedRoles = List.copyOf(detailedRoles);
        tags = List.copyOf(tags);
    }

    public static Evidence of(Entity entity) {
        return new Evidence(entity, List.of(), List.of(), "", "", "", List.of(), null);
    }
}
