package dupin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of telemetry in the normalised event model.
///
/// @param table the source's table or log, for example `DeviceProcessEvents`
/// @param actionType the source's word for what happened
/// @param time event time in UTC, to the source's precision; null when the row bears none
/// @param links the entities of the row, the device first when there is one
/// @param attributes the few values that analyzers read, by the source's column name; sorted by name
/// @param raw the row as it stood in the file (JSON object or CSV line); "" where it is not carried along
/// @param row where it stood: the event's identity
public record TelemetryEvent(
        EventKind kind,
        String table,
        String actionType,
        @Nullable Instant time,
        List<EventLink> links,
        Map<String, String> attributes,
        String raw,
        RowRef row) {

    public TelemetryEvent {
        links = List.copyOf(links);
    }

    /// The first entity that plays the role.
    public Optional<Entity> entity(LinkRole role) {
        for (EventLink link : links) {
            if (link.role() == role) {
                return Optional.of(link.entity());
            }
        }
        return Optional.empty();
    }

    public Optional<Entity.Device> device() {
        return entity(LinkRole.DEVICE).filter(Entity.Device.class::isInstance).map(Entity.Device.class::cast);
    }

    public Optional<Entity.Process> actor() {
        return entity(LinkRole.ACTOR).filter(Entity.Process.class::isInstance).map(Entity.Process.class::cast);
    }

    public Optional<Entity> target() {
        return entity(LinkRole.TARGET);
    }

    /// A value of the row, "" when absent.
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
