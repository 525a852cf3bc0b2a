package dupin.model.policy;

import java.time.Instant;

/// One setting that went from one value to another.
public record Drift(
        Instant at,
        String by,
        int version,
        String setting,
        String before,
        String after,
        Direction direction,
        String comment) {}
