package dupin.store;

import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which telemetry rows to read, oldest first (rows without a time before all others), then by [dupin.model.RowRef].
///
/// @param entity rows that this entity takes part in; null for any
/// @param roles parts that the entity may play; empty for any; not regarded without an entity
/// @param kinds empty for any
/// @param from inclusive; null for open; rows without a time only match when both are open
/// @param to exclusive; null for open
public record EventQuery(
        @Nullable EntityKey entity,
        Set<LinkRole> roles,
        Set<EventKind> kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    public EventQuery {
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
    }

    public static EventQuery of(EntityKey entity) {
        return new EventQuery(entity, Set.of(), Set.of(), null, null, 1_000);
    }
}
