package dupin.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to measure.
///
/// @param sizes numbers of alerts, ascending; the first is what the others are held against
/// @param evidence pieces of evidence of the incident that is investigated
/// @param rows rows of telemetry of the case that is opened; the case of the investigations has no more of them either
/// @param rules a folder of detection rules; null leaves matching out
/// @param workers investigations at a time
public record CostRequest(
        Set<CostPart> parts, List<Integer> sizes, int evidence, long rows, @Nullable Path rules, int workers) {
    public CostRequest {
        parts = Set.copyOf(parts);
        if (sizes.isEmpty()) {
            throw new IllegalArgumentException("There is no number of alerts to measure");
        }
        sizes = sizes.stream().sorted().distinct().toList();
    }
}
