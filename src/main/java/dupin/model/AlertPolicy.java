package dupin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which alerts start an investigation, and with which playbook. The first enabled policy that matches decides; an alert
/// that none matches is of an unsupported type.
///
/// @param titleContains any of these in the title (any case); empty matches every title
/// @param categories any of these categories (any case, spaces ignored); empty matches every category
/// @param serviceSources any of these (any case); empty matches every source
/// @param evidenceKinds the alert must carry evidence of one of these kinds; empty for any
/// @param severityAtLeast less severe alerts do not match; null for any
public record AlertPolicy(
        String id,
        String name,
        boolean enabled,
        boolean startsInvestigation,
        String playbookId,
        List<String> titleContains,
        List<String> categories,
        List<String> serviceSources,
        List<EntityKind> evidenceKinds,
        @Nullable Severity severityAtLeast) {
    public AlertPolicy {
        titleContains = List.copyOf(titleContains);
        categories = List.copyOf(categories);
        serviceSources = List.copyOf(serviceSources);
        evidenceKinds = List.copyOf(evidenceKinds);
    }

    public AlertPolicy(
            String id,
            String name,
            boolean enabled,
            boolean startsInvestigation,
            String playbookId,
            List<String> titleContains,
            List<String> categories,
            List<String> serviceSources,
            List<EntityKind> evidenceKinds) {
        this(
                id,
                name,
                enabled,
                startsInvestigation,
                playbookId,
                titleContains,
                categories,
                serviceSources,
                evidenceKinds,
                null);
    }

    public AlertPolicy withPlaybook(String playbook) {
        return new AlertPolicy(
                id,
                name,
                enabled,
                startsInvestigation,
                playbook,
                titleContains,
                categories,
                serviceSources,
                evidenceKinds,
                severityAtLeast);
    }
}
