package dupin.model;

/// An allow or block entry that overrides verdicts: *allow* makes the engine ignore what speaks against the entity,
/// *block* makes it malicious.
public record Indicator(EntityKey entity, Action action, String reason) {
    public enum Action {
        ALLOW,
        BLOCK
    }
}
