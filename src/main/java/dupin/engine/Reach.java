package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far one alert leads: the alerts that share something telling with it, then those that share something with them,
/// step by step, over the same traits by which alerts make incidents. Built once for a case; one thread.
public final class Reach {
    private final Map<String, Alert> alerts = new TreeMap<>();
    private final Map<String, List<Telling>> traits = new HashMap<>();
    private final Map<String, List<Alert>> showing = new HashMap<>();

    public Reach(Collection<Alert> all) {
        all.forEach(alert -> alerts.put(alert.id(), alert));
        for (Alert alert : alerts.values()) {
            List<Telling> of = Telling.of(alert);
            traits.put(alert.id(), of);
            of.forEach(trait -> showing.computeIfAbsent(trait.key(), _ -> new ArrayList<>()).add(alert));
        }
    }

    /// @param alerts alert id → steps to it, the start with 0
    /// @param entities what those alerts name, by key, as each of them shows it
    public record Frontier(Map<String, Integer> alerts, Map<EntityKey, List<Entity>> entities) {
        public Frontier {
            alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
            entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        }
    }

    /// What lies within so many steps of an alert; empty when the case does not hold it.
    public Frontier within(String alertId, int steps) {
        var reached = new LinkedHashMap<String, Integer>();
        var front = new TreeSet<String>();
        if (alerts.containsKey(alertId)) {
            reached.put(alertId, 0);
            front.add(alertId);
        }
        for (int step = 1; step <= steps && !front.isEmpty(); step++) {
            var next = new TreeSet<String>();
            for (String id : front) {
                for (String near : neighbours(id)) {
                    if (reached.putIfAbsent(near, step) == null) {
                        next.add(near);
                    }
                }
            }
            front = next;
        }
        var entities = new HashMap<EntityKey, List<Entity>>();
        for (String id : reached.keySet()) {
            Alert alert = alerts.get(id);
            for (Evidence evidence : alert == null ? List.<Evidence>of() : alert.evidence()) {
                entities.computeIfAbsent(evidence.entity().key(), _ -> new ArrayList<>()).add(evidence.entity());
            }
        }
        return new Frontier(reached, entities);
    }

    private List<String> neighbours(String id) {
        Alert alert = alerts.get(id);
        var near = new TreeSet<String>();
        if (alert == null) {
            return List.of();
        }
        for (Telling trait : traits.getOrDefault(id, List.of())) {
            List<Alert> all = showing.getOrDefault(trait.key(), List.of());
            if (all.size() <= trait.most()) {
                all.stream()
                        .filter(other -> Correlator.near(alert.time(), other.time(), trait.window()))
                        .forEach(other -> near.add(other.id()));
            }
        }
        near.remove(id);
        return List.copyOf(near);
    }
}
