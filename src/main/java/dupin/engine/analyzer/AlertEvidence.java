package dupin.engine.analyzer;

import dupin.engine.Scope;
import dupin.model.Alert;
import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The alerts of an inquiry and what they show of each entity. One thread.
final class AlertEvidence {
    private static final Duration AROUND = Duration.ofDays(2);

    private final Scope scope;
    private final TreeMap<String, Alert> alerts = new TreeMap<>();
    private final Map<EntityKey, List<Inquiry.Sighting>> sightings = new HashMap<>();

    AlertEvidence(Scope scope) {
        this.scope = scope;
    }

    /// @return whether the alert is new here
    boolean add(Alert alert) {
        if (alerts.putIfAbsent(alert.id(), alert) != null) {
            return false;
        }
        for (Evidence evidence : alert.evidence()) {
            sightings
                    .computeIfAbsent(scope.resolve(evidence.entity()), _ -> new ArrayList<>())
                    .add(new Inquiry.Sighting(alert, evidence));
        }
        return true;
    }

    /// By id.
    Collection<Alert> alerts() {
        return alerts.values();
    }

    /// The member as the alerts of this investigation show it, by alert id.
    List<Inquiry.Sighting> sightings(EntityKey key) {
        var found = new ArrayList<Inquiry.Sighting>();
        for (EntityKey spelling : scope.spellings(key)) {
            found.addAll(sightings.getOrDefault(spelling, List.of()));
        }
        found.sort(
                Comparator.comparing((Inquiry.Sighting s) -> s.alert().id())
                        .thenComparing(s -> s.evidence().entity().key()));
        return found;
    }

    /// Start of the time that matters: two days before the alerts; null when they bear no time.
    @Nullable Instant from() {
        Instant first = null;
        for (Alert alert : alerts.values()) {
            Instant time = alert.time();
            first = time != null && (first == null || time.isBefore(first)) ? time : first;
        }
        return first == null ? null : first.minus(AROUND);
    }

    /// End of the time that matters: two days after the alerts; null when they bear no time.
    @Nullable Instant to() {
        Instant last = null;
        for (Alert alert : alerts.values()) {
            for (Instant time : new @Nullable Instant[] {alert.time(), alert.lastActivityDateTime()}) {
                last = time != null && (last == null || time.isAfter(last)) ? time : last;
            }
        }
        return last == null ? null : last.plus(AROUND);
    }

    /// The alerts that name the member.
    List<Citation> citations(EntityKey key) {
        return sightings(key).stream()
                .map(s -> new Citation(Citation.Kind.ALERT, s.alert().id(), s.alert().title()))
                .distinct()
                .toList();
    }
}
