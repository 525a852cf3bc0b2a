package dupin.engine;

import dupin.model.Entity;
import dupin.model.EntityKey;
import java.util.Optional;

/// The device that an entity says it belongs to.
public final class EntityDevice {
    private EntityDevice() {}

    /// Host name as the source spells it, "" when the entity names none.
    public static String of(Entity entity) {
        return switch (entity) {
            case Entity.File it -> it.device();
            case Entity.Process it -> it.device();
            case Entity.Service it -> it.device();
            case Entity.Driver it -> it.device();
            case Entity.RegistryKey it -> it.device();
            case Entity.RegistryValue it -> it.device();
            case Entity.ScheduledTask it -> it.device();
            default -> "";
        };
    }

    /// Key of that device; a device is its own.
    public static Optional<EntityKey> key(Entity entity) {
        String host = entity instanceof Entity.Device device ? device.label() : of(entity);
        return host.isEmpty() ? Optional.empty() : Optional.of(Entity.Device.named(host).key());
    }
}
