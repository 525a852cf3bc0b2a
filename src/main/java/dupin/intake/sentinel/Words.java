package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a provider says of an entity, kept in its own words.
public final class Words {

    private Words() {}

    /// @param fields the entity's object with `LastVerdict`, `LastRemediationState`, `DetectionStatus`, `Roles`
    public static Evidence evidence(Entity entity, Fields fields) {
        String verdict = fields.text("LastVerdict");
        if (verdict.isEmpty()) {
            verdict = last(fields.objects("ThreatAnalysisSummary")).text("Verdict");
        }
        String remediation = fields.text("LastRemediationState");
        if (remediation.isEmpty()) {
            remediation = last(fields.objects("RemediationProviders")).text("RemediationState");
        }
        return new Evidence(
                entity,
                camel(fields.strings("Roles")),
                camel(fields.strings("DetailedRoles")),
                verdict,
                remediation,
                fields.text("DetectionStatus"),
                List.of(),
                created(entity, fields));
    }

    /// Files and processes use the same field for their own creation.
    private static @Nullable Instant created(Entity entity, Fields fields) {
        return entity instanceof Entity.File || entity instanceof Entity.Process
                ? null
                : fields.instant("CreatedTimeUtc");
    }

    private static Fields last(List<Fields> all) {
        return all.isEmpty() ? Fields.of(null) : all.getLast();
    }

    /// Words with a small first letter, as Graph writes them.
    public static List<String> camel(List<String> words) {
        return words.stream().map(Words::camel).toList();
    }

    static String camel(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /// The same words about another sighting of the thing.
    public static Evidence with(Evidence evidence, Entity entity) {
        return new Evidence(
                entity,
                evidence.roles(),
                evidence.detailedRoles(),
                evidence.providerVerdict(),
                evidence.providerRemediationStatus(),
                evidence.detectionStatus(),
                evidence.tags(),
                evidence.createdDateTime());
    }

    /// Two sightings of one thing: the first, with what only the second says.
    public static Evidence merged(Evidence first, Evidence second) {
        return new Evidence(
                first.entity(),
                union(first.roles(), second.roles()),
                union(first.detailedRoles(), second.detailedRoles()),
                or(first.providerVerdict(), second.providerVerdict()),
                or(first.providerRemediationStatus(), second.providerRemediationStatus()),
                or(first.detectionStatus(), second.detectionStatus()),
                union(first.tags(), second.tags()),
                first.createdDateTime() != null ? first.createdDateTime() : second.createdDateTime());
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static List<String> union(List<String> first, List<String> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }
}
