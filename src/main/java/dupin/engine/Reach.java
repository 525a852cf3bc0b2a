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
    private final Ties ties = new Ties();

    public Reach(Collection<Alert> all) {
        all.forEach(alert -> alerts.put(alert.id(), alert));
        alerts.values().forEach(ties::add);
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
        return alert == null ? List.of() : ties.of(alert).stream().map(tie -> tie.other().id()).toList();
    }
}
