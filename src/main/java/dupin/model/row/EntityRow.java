package dupin.model.row;

import dupin.model.Entity;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity of an incident: the Evidence tab shows those of alerts (`fromAlert`), the Entities tab all that the
/// investigation analysed.
///
/// @param verdict null while it was not judged
/// @param score decibans; meaningless while the verdict is null
/// @param statusDetails one sentence: the strongest finding, or why it was not judged
/// @param providerVerdict the source's word, "" when absent
/// @param devices labels of the devices where it was seen
public record EntityRow(
        Entity entity,
        @Nullable Verdict verdict,
        int score,
        RemediationStatus remediation,
        String statusDetails,
        String providerVerdict,
        List<String> roles,
        List<String> impactedAssets,
        List<String> devices,
        String detectionOrigin,
        String threats,
        boolean fromAlert,
        int alerts,
        int findings,
        @Nullable Instant firstSeen) {
    public EntityRow {
        roles = List.copyOf(roles);
        impactedAssets = List.copyOf(impactedAssets);
        devices = List.copyOf(devices);
    }

    /// Whether the source judged it, and differently.
    public boolean disagrees() {
        return verdict != null
                && Arrays.stream(providerVerdict.split(", "))
                        .flatMap(word -> Verdict.parse(word).stream())
                        .anyMatch(theirs -> theirs != verdict);
    }
}
