package dupin.intake.intel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands behind the terms of an indicator.
///
/// @param pack name and version
/// @param what the pattern, "" when it is the term itself
/// @param rest what a found entity must satisfy beside the term; null when the term is all
record Note(
        String pack,
        String what,
        List<String> threats,
        int confidence,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Comparison rest) {
    Note {
        threats = List.copyOf(threats);
    }
}
