package dupin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An allow or block entry that overrides verdicts: *allow* makes the engine ignore what speaks against the entity,
/// *block* makes it malicious.
///
/// @param expires from then on it overrides nothing; null for never
public record Indicator(EntityKey entity, Action action, String reason, @Nullable Instant expires) {

    /// One that does not expire.
    public Indicator(EntityKey entity, Action action, String reason) {
        this(entity, action, reason, null);
    }

    /// Of two equally specific entries the first of these wins.
    public enum Action {
        ALLOW,
        BLOCK
    }

    public boolean appliesAt(Instant time) {
        return expires == null || time.isBefore(expires);
    }
}
