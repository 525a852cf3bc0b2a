package dupin.model.intel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An indicator that names an entity.
///
/// @param pack name and version of the pack that speaks
/// @param what the indicator's value or pattern, bounded
/// @param threats names of the malware, campaign or actor that it stands for; may be empty
/// @param confidence 0–100 as the source gives it, -1 when it gives none
/// @param validFrom from when on it was seen; null when the source says nothing
/// @param validUntil from when on the source no longer stands by it; null for open
public record IntelMatch(
        String pack,
        Basis basis,
        String what,
        List<String> threats,
        int confidence,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    public IntelMatch {
        threats = List.copyOf(threats);
    }

    /// Whether the source stood by it at the time; always when the time is unknown and no end is given.
    public boolean validAt(@Nullable Instant time) {
        return validUntil == null || time != null && time.isBefore(validUntil);
    }
}
