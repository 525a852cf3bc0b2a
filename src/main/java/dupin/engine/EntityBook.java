package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Alerts of the case and the entities that they and the investigations speak of.
final class EntityBook {
    private final TreeMap<String, Alert> alerts = new TreeMap<>();

    /// Every id of an alert, in small letters, to the id that the case holds it under.
    private final Map<String, String> alertIds = new HashMap<>();

    private final Sharing sharing;
    private final Map<EntityKey, SortedArray<String>> alertsWith = new HashMap<>();
    private final Map<EntityKey, Entity> fullest = new HashMap<>();

    /// Devices that evidence names as the entity's own, by the entity's own key, with the number of pieces that say so.
    private final Map<EntityKey, TreeMap<EntityKey, Integer>> devicesOf = new HashMap<>();

    final CaseClocks clocks;

    EntityBook(Sharing sharing) {
        this(sharing, new CaseClocks());
    }

    private EntityBook(Sharing sharing, CaseClocks clocks) {
        this.sharing = sharing;
        this.clocks = clocks;
    }

    EntityBook copy() {
        var copy = new EntityBook(sharing, clocks.copy());
        copy.alerts.putAll(alerts);
        copy.alertIds.putAll(alertIds);
        alertsWith.forEach((key, ids) -> copy.alertsWith.put(key, ids.copy()));
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
                for (EntityKey key : evidence.entity().allKeys()) {
                    SortedArray<String> with = alertsWith.get(key);
                    if (with != null) {
                        with.remove(old.id());
                    }
                }
            }
        }
        for (Evidence evidence : alert.evidence()) {
            EntityKey own = see(evidence.entity());
            EntityDevice.key(evidence.entity()).ifPresent(device -> count(own, sharing.share(device), 1));
            with(own).add(alert.id());
            evidence.entity().aliases().forEach(alias -> with(sharing.share(alias)).add(alert.id()));
        }
    }

    private SortedArray<String> with(EntityKey key) {
        return alertsWith.computeIfAbsent(key, _ -> new SortedArray<String>(Comparator.naturalOrder()));
    }

    private void count(EntityKey entity, EntityKey device, int more) {
        TreeMap<EntityKey, Integer> devices = devicesOf.computeIfAbsent(entity, _ -> new TreeMap<>());
        if (devices.merge(device, more, Integer::sum) <= 0) {
            devices.remove(device);
        }
    }

    /// Keeps the sighting that says most, whatever the order in which they come.
    ///
    /// @return the entity's key
    EntityKey see(Entity entity) {
        EntityKey key = sharing.share(entity.key());
        fullest.merge(key, entity, EntityBook::fuller);
        return key;
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

    /// See [CaseState#sameAlert].
    Optional<Alert> sameAlert(Alert alert) {
        Optional<Alert> named = alertKnownAs(alert.id());
        if (named.isPresent()) {
            return named;
        }
        for (String other : alert.otherIds()) {
            Optional<Alert> held =
                    alertKnownAs(other)
                            .filter(known -> known.id().equalsIgnoreCase(other) || known.title().equals(alert.title()));
            if (held.isPresent()) {
                return held;
            }
        }
        return Optional.empty();
    }

    Map<String, Alert> alerts() {
        return Collections.unmodifiableMap(alerts);
    }

    /// Ids of the alerts whose evidence holds the entity, sorted.
    List<String> alertsWith(EntityKey key) {
        SortedArray<String> ids = alertsWith.get(key);
        return ids == null ? List.of() : ids.list();
    }

    List<EntityKey> devicesOf(EntityKey key) {
        TreeMap<EntityKey, Integer> devices = devicesOf.get(key);
        return devices == null ? List.of() : List.copyOf(devices.keySet());
    }

    Optional<Entity> entity(EntityKey key) {
        return Optional.ofNullable(fullest.get(key));
    }
}
