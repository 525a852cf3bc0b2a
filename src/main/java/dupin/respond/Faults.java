package dupin.respond;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.time.Duration;
import java.util.Optional;

/// What goes wrong in a simulated estate. Nothing does unless overridden.
public interface Faults {
    Faults NONE = new Faults() {};

    /// Whether the device does not answer.
    default boolean offline(EntityKey device) {
        return false;
    }

    /// How long the action takes.
    default Duration delay(RemediationAction action) {
        return Duration.ZERO;
    }

    /// Why the action fails when it is carried out or undone.
    default Optional<String> failure(RemediationAction action) {
        return Optional.empty();
    }

    /// Whether the estate, read back, contradicts what the action reported.
    default boolean disagrees(RemediationAction action) {
        return false;
    }
}
