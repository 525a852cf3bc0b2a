package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine may ask about the imported case: read-only and unchanging during a run. Answers come in a fixed
/// order (event time, then [dupin.model.RowRef]; alerts by id).
public interface Facts {

    /// Alerts whose evidence holds the entity, by id.
    List<Alert> alertsWith(EntityKey entity);

    /// All alerts of the case with the ids; unknown ids are left out.
    List<Alert> alerts(List<String> ids);

    /// Telemetry rows, oldest first, at most `query.limit()`.
    List<TelemetryEvent> events(Query query);

    /// Where and how often the entity occurs in the whole case.
    Seen seen(EntityKey entity);

    /// The entity with the attributes of its fullest sighting.
    Optional<Entity> entity(EntityKey key);

    /// Whether the case holds any telemetry of the source; for a device when one is given.
    boolean has(Telemetry source, @Nullable EntityKey device);

    /// Number of devices that the case knows.
    int deviceCount();

    /// Whether the value (IP, domain, hash …) stands on a list of known-benign things; the list's name when it does.
    Optional<String> knownBenign(EntityKey entity);

    /// What the case's intel packs say of the entity, the most telling first.
    List<IntelMatch> intel(Entity entity);

    /// The list of common things that the entity stands on: a harmless one before a shared one.
    Optional<Listing> listing(Entity entity);

    /// What the case's packs know of other uses of a program of that name.
    Optional<LandBinary> livingOffTheLand(String fileName);

    /// Name of a technique, group or software by its ATT&CK id; "" when no pack knows it.
    String attackName(String id);

    /// @param entity rows that this entity takes part in; null for any (then `kinds` and times should be narrow)
    /// @param roles parts that the entity may play; empty for any
    /// @param kinds empty for any
    /// @param from inclusive; null for open
    /// @param to exclusive; null for open
    record Query(
            @Nullable EntityKey entity,
            Set<LinkRole> roles,
            Set<EventKind> kinds,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {
        public Query {
            roles = Set.copyOf(roles);
            kinds = Set.copyOf(kinds);
        }

        public static Query of(EntityKey entity) {
            return new Query(entity, Set.of(), Set.of(), null, null, 1_000);
        }

        public Query in(LinkRole... wanted) {
            return new Query(entity, Set.of(wanted), kinds, from, to, limit);
        }

        public Query kinds(EventKind... wanted) {
            return new Query(entity, roles, Set.of(wanted), from, to, limit);
        }

        public Query between(@Nullable Instant start, @Nullable Instant end) {
            return new Query(entity, roles, kinds, start, end, limit);
        }

        public Query limit(int rows) {
            return new Query(entity, roles, kinds, from, to, rows);
        }
    }

    /// @param events telemetry rows that show the entity
    /// @param alerts alerts that show it
    /// @param devices devices on which it was seen, sorted
    record Seen(long events, int alerts, List<EntityKey> devices, @Nullable Instant first, @Nullable Instant last) {
        public static final Seen NEVER = new Seen(0, 0, List.of(), null, null);

        public Seen {
            devices = List.copyOf(devices);
        }
    }
}
