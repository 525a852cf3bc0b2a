package dupin.store;

import dupin.model.EntityKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how often telemetry shows an entity; alerts are not counted here.
///
/// @param events telemetry rows that show it
/// @param devices devices of those rows, sorted
public record Sightings(long events, List<EntityKey> devices, @Nullable Instant first, @Nullable Instant last) {
    public static final Sightings NONE = new Sightings(0, List.of(), null, null);

    public Sightings {
        devices = List.copyOf(devices);
    }
}
