package dupin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the analyst has set for an entity. *Allow* makes the engine ignore what speaks against it; *block* and *block and
/// remediate* make it malicious; *warn* and *audit* leave the verdict alone and are told beside it.
///
/// @param expires from then on it overrides nothing; null for never
public record Indicator(EntityKey entity, Action action, String reason, @Nullable Instant expires) {

    /// One that does not expire.
    public Indicator(EntityKey entity, Action action, String reason) {
        this(entity, action, reason, null);
    }

    /// Of two equally specific entries the first of these wins.
    public enum Action {
        ALLOW("Allow"),
        WARN("Warn"),
        BLOCK_AND_REMEDIATE("Block and remediate"),
        BLOCK("Block"),
        AUDIT("Audit");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether the verdict is malicious whatever else was found.
        public boolean blocks() {
            return this == BLOCK || this == BLOCK_AND_REMEDIATE;
        }
    }

    public boolean appliesAt(Instant time) {
        return expires == null || time.isBefore(expires);
    }
}
