package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.EventLink;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.LandBinary;
import dupin.model.intel.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Facts from lists, for tests: keys that any sighting names as one entity are one entity, as in the store.
public final class MemoryFacts implements Facts {

    private static final Comparator<TelemetryEvent> ORDER =
            Comparator.comparing(TelemetryEvent::time, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .thenComparing(TelemetryEvent::row);

    private final TreeMap<String, Alert> alerts = new TreeMap<>();
    private final List<TelemetryEvent> events;
    private final Map<EntityKey, String> benign;
    private final Map<EntityKey, EntityKey> same = new HashMap<>();
    private final Map<EntityKey, List<TelemetryEvent>> byEntity = new HashMap<>();
    private final Map<EntityKey, TreeSet<String>> alertsByEntity = new HashMap<>();
    private final Map<EntityKey, TreeSet<EntityKey>> devices = new HashMap<>();
    private final Map<EntityKey, Entity> fullest = new HashMap<>();
    private final Set<Telemetry> sources = new HashSet<>();
    private final Map<EntityKey, Set<Telemetry>> sourcesOf = new HashMap<>();

    public MemoryFacts(List<Alert> alerts, List<TelemetryEvent> events) {
        this(alerts, events, Map.of());
    }

    /// @param benign known-benign entities with the name of their list
    public MemoryFacts(List<Alert> alerts, List<TelemetryEvent> events, Map<EntityKey, String> benign) {
        this.events = events.stream().sorted(ORDER).toList();
        this.benign = benign;
        alerts.forEach(alert -> this.alerts.put(alert.id(), alert));
        this.events.forEach(e -> e.links().forEach(link -> unite(link.entity())));
        this.alerts.values().forEach(a -> a.evidence().forEach(e -> unite(e.entity())));
        this.events.forEach(this::index);
        this.alerts.values().forEach(this::index);
    }

    private void unite(Entity entity) {
        EntityKey own = root(entity.key());
        for (EntityKey alias : entity.aliases()) {
            EntityKey other = root(alias);
            if (!other.equals(own)) {
                EntityKey first = own.compareTo(other) < 0 ? own : other;
                same.put(first.equals(own) ? other : own, first);
                own = first;
            }
        }
        EntityKey key = root(entity.key());
        fullest.merge(key, entity, (a, b) -> b.toString().length() > a.toString().length() ? b : a);
    }

    private EntityKey root(EntityKey key) {
        EntityKey at = key;
        while (same.containsKey(at)) {
            at = same.get(at);
        }
        return at;
    }

    private void index(TelemetryEvent event) {
        EntityKey device = event.device().map(d -> root(d.key())).orElse(null);
        sources.add(event.kind().source());
        var seen = new HashSet<EntityKey>();
        for (EventLink link : event.links()) {
            EntityKey key = root(link.entity().key());
            if (seen.add(key)) {
                byEntity.computeIfAbsent(key, _ -> new ArrayList<>()).add(event);
                if (device != null) {
                    devices.computeIfAbsent(key, _ -> new TreeSet<>()).add(device);
                }
            }
        }
        if (device != null) {
            sourcesOf.computeIfAbsent(device, _ -> new HashSet<>()).add(event.kind().source());
        }
    }

    private void index(Alert alert) {
        List<EntityKey> hosts =
                alert.evidence().stream()
                        .map(Evidence::entity)
                        .filter(Entity.Device.class::isInstance)
                        .map(e -> root(e.key()))
                        .distinct()
                        .toList();
        for (Evidence evidence : alert.evidence()) {
            EntityKey key = root(evidence.entity().key());
            alertsByEntity.computeIfAbsent(key, _ -> new TreeSet<>()).add(alert.id());
            if (hosts.size() == 1) {
                devices.computeIfAbsent(key, _ -> new TreeSet<>()).add(hosts.getFirst());
            }
        }
    }

    @Override
    public List<Alert> alertsWith(EntityKey entity) {
        return alertsByEntity.getOrDefault(root(entity), new TreeSet<>()).stream().map(this::alert).toList();
    }

    private Alert alert(String id) {
        Alert alert = alerts.get(id);
        if (alert == null) {
            throw new IllegalStateException(id);
        }
        return alert;
    }

    @Override
    public List<Alert> alerts(List<String> ids) {
        return ids.stream().filter(alerts::containsKey).sorted().map(this::alert).toList();
    }

    @Override
    public List<TelemetryEvent> events(Query query) {
        EntityKey entity = query.entity();
        EntityKey key = entity == null ? null : root(entity);
        List<TelemetryEvent> rows = key == null ? events : byEntity.getOrDefault(key, List.of());
        return rows.stream()
                .filter(e -> query.kinds().isEmpty() || query.kinds().contains(e.kind()))
                .filter(e -> within(e.time(), query.from(), query.to()))
                .filter(e -> key == null || query.roles().isEmpty() || plays(e, key, query.roles()))
                .limit(query.limit())
                .toList();
    }

    private static boolean within(@Nullable Instant time, @Nullable Instant from, @Nullable Instant to) {
        if (time == null) {
            return from == null && to == null;
        }
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    private boolean plays(TelemetryEvent event, EntityKey key, Set<dupin.model.LinkRole> roles) {
        return event.links().stream().anyMatch(l -> roles.contains(l.role()) && root(l.entity().key()).equals(key));
    }

    @Override
    public Seen seen(EntityKey entity) {
        EntityKey key = root(entity);
        var rows = byEntity.getOrDefault(key, List.of());
        var times = rows.stream().map(TelemetryEvent::time).filter(t -> t != null).toList();
        return new Seen(
                rows.size(),
                alertsByEntity.getOrDefault(key, new TreeSet<>()).size(),
                List.copyOf(devices.getOrDefault(key, new TreeSet<>())),
                times.isEmpty() ? null : times.getFirst(),
                times.isEmpty() ? null : times.getLast());
    }

    @Override
    public Optional<Entity> entity(EntityKey key) {
        return Optional.ofNullable(fullest.get(root(key)));
    }

    @Override
    public boolean has(Telemetry source, @Nullable EntityKey device) {
        return device == null
                ? sources.contains(source)
                : sourcesOf.getOrDefault(root(device), Set.of()).contains(source);
    }

    @Override
    public int deviceCount() {
        return (int)
                fullest.keySet().stream().filter(k -> k.kind() == EntityKind.DEVICE).map(this::root).distinct().count();
    }

    @Override
    public Optional<String> knownBenign(EntityKey entity) {
        return Optional.ofNullable(benign.get(entity));
    }

    @Override
    public List<IntelMatch> intel(Entity entity) {
        return List.of();
    }

    @Override
    public Optional<Listing> listing(Entity entity) {
        return knownBenign(entity.key()).map(list -> new Listing(list, Listing.Standing.HARMLESS));
    }

    @Override
    public Optional<LandBinary> livingOffTheLand(String fileName) {
        return Optional.empty();
    }

    @Override
    public String attackName(String id) {
        return "";
    }
}
