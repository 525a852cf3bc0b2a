package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Alerts of the case and the entities that they and the investigations speak of.
final class EntityBook {
    private final TreeMap<String, Alert> alerts = new TreeMap<>();

    /// Every id of an alert, in small letters, to the id that the case holds it under.
    private final Map<String, String> alertIds = new HashMap<>();

    private final Map<EntityKey, TreeSet<String>> alertsWith = new HashMap<>();
    private final Map<EntityKey, Entity> fullest = new HashMap<>();

    /// Devices that evidence names as the entity's own, by the entity's own key, with the number of pieces that say so.
    private final Map<EntityKey, TreeMap<EntityKey, Integer>> devicesOf = new HashMap<>();

    final CaseClocks clocks;

    EntityBook() {
        this(new CaseClocks());
    }

    private EntityBook(CaseClocks clocks) {
        this.clocks = clocks;
    }

    EntityBook copy() {
        var copy = new EntityBook(clocks.copy());
        copy.alerts.putAll(alerts);
        copy.alertIds.putAll(alertIds);
        alertsWith.forEach((key, ids) -> copy.alertsWith.put(key, new TreeSet<>(ids)));
        copy.fullest.putAll(fullest);
        devicesOf.forEach((key, devices) -> copy.devicesOf.put(key, new TreeMap<>(devices)));
        return copy;
    }

    /// Takes a new alert, or the newer export of a known one.
    void put(Alert alert) {
        Alert old = alerts.put(alert.id(), alert);
        alertIds.put(Canonical.lower(alert.id()), alert.id());
        alert.otherIds().forEach(other -> alertIds.putIfAbsent(Canonical.lower(other), alert.id()));
        if (old != null) {
            for (Evidence evidence : old.evidence()) {
                EntityDevice.key(evidence.entity()).ifPresent(device -> count(evidence.entity().key(), device, -1));
                evidence.entity()
                        .allKeys()
                        .forEach(key -> alertsWith.getOrDefault(key, new TreeSet<>()).remove(old.id()));
            }
        }
        for (Evidence evidence : alert.evidence()) {
            see(evidence.entity());
            EntityDevice.key(evidence.entity()).ifPresent(device -> count(evidence.entity().key(), device, 1));
            evidence.entity()
                    .allKeys()
                    .forEach(key -> alertsWith.computeIfAbsent(key, _ -> new TreeSet<>()).add(alert.id()));
        }
    }

    private void count(EntityKey entity, EntityKey device, int more) {
        TreeMap<EntityKey, Integer> devices = devicesOf.computeIfAbsent(entity, _ -> new TreeMap<>());
        if (devices.merge(device, more, Integer::sum) <= 0) {
            devices.remove(device);
        }
    }

    /// Keeps the sighting that says most, whatever the order in which they come.
    void see(Entity entity) {
        fullest.merge(entity.key(), entity, EntityBook::fuller);
    }

    private static Entity fuller(Entity one, Entity two) {
        if (one.equals(two)) {
            return one;
        }
        String a = one.toString();
        String b = two.toString();
        return a.length() != b.length() ? (a.length() > b.length() ? one : two) : a.compareTo(b) <= 0 ? one : two;
    }

    Optional<Alert> alert(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    /// The alert that goes by the id, its own or another product's.
    Optional<Alert> alertKnownAs(String id) {
        return Optional.ofNullable(alertIds.get(Canonical.lower(id))).flatMap(this::alert);
    }

    Map<String, Alert> alerts() {
        return Collections.unmodifiableMap(alerts);
    }

    Set<String> alertsWith(EntityKey key) {
        TreeSet<String> ids = alertsWith.get(key);
        return ids == null ? Set.of() : Collections.unmodifiableSet(ids);
    }

    List<EntityKey> devicesOf(EntityKey key) {
        TreeMap<EntityKey, Integer> devices = devicesOf.get(key);
        return devices == null ? List.of() : List.copyOf(devices.keySet());
    }

    Optional<Entity> entity(EntityKey key) {
        return Optional.ofNullable(fullest.get(key));
    }
}
