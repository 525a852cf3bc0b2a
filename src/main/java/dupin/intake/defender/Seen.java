package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an alert says of a piece of evidence besides the entity: roles, verdict, remediation.
record Seen(
        List<String> roles,
        List<String> detailedRoles,
        String verdict,
        String remediationStatus,
        String detectionStatus,
        List<String> tags,
        @Nullable Instant createdDateTime) {

    static Seen of(Fields evidence) {
        return new Seen(
                evidence.strings("roles", "evidenceRole"),
                evidence.strings("detailedRoles"),
                evidence.text("verdict"),
                evidence.text("remediationStatus"),
                evidence.text("detectionStatus"),
                evidence.strings("tags"),
                evidence.instant("createdDateTime", "evidenceCreationTime", "firstSeen"));
    }

    /// For evidence inside other evidence: its own words, and the outer one's where it has none.
    Seen within(Fields inner) {
        Seen own = of(inner);
        return new Seen(
                own.roles.isEmpty() ? roles : own.roles,
                own.detailedRoles.isEmpty() ? detailedRoles : own.detailedRoles,
                own.verdict.isEmpty() ? verdict : own.verdict,
                own.remediationStatus.isEmpty() ? remediationStatus : own.remediationStatus,
                own.detectionStatus.isEmpty() ? detectionStatus : own.detectionStatus,
                own.tags.isEmpty() ? tags : own.tags,
                own.createdDateTime == null ? createdDateTime : own.createdDateTime);
    }

    Seen as(String detailedRole) {
        var all = new ArrayList<>(detailedRoles);
        all.add(detailedRole);
        return new Seen(roles, all, verdict, remediationStatus, detectionStatus, tags, createdDateTime);
    }

    Seen tagged(List<String> more) {
        var all = new ArrayList<>(tags);
        all.addAll(more);
        return new Seen(roles, detailedRoles, verdict, remediationStatus, detectionStatus, all, createdDateTime);
    }

    Evidence as(Entity entity) {
        return new Evidence(
                entity, roles, detailedRoles, verdict, remediationStatus, detectionStatus, tags, createdDateTime);
    }

    /// The evidence, or none when the entity has no identity at all.
    List<Evidence> of(Entity entity) {
        return identified(entity) ? List.of(as(entity)) : List.of();
    }

    static boolean identified(Entity entity) {
        String value = entity.key().value();
        return switch (entity) {
            case Entity.Unknown _ -> true;
            case Entity.Process process ->
                    process.processId() > 0
                            || !process.processCommandLine().isEmpty()
                            || !process.imageFile().fullPath().isEmpty();
            case Entity.File _ -> !value.equals("?");
            // Their keys are a device, a bar and what tells them from others.
            case Entity.Service _,
                    Entity.Driver _,
                    Entity.RegistryKey _,
                    Entity.RegistryValue _,
                    Entity.ScheduledTask _ ->
                    !value.substring(value.indexOf('|')).replace("|", "").isEmpty();
            // A type, a bar and a name.
            case Entity.CloudResource _ -> !value.endsWith("|");
            default -> !value.equals("?") && !value.replace("|", "").isEmpty();
        };
    }
}
