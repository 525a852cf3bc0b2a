package dupin.store;

import dupin.model.Incident;
import java.util.List;
import java.util.Map;

/// Rows that the fold of some journal entries gave, whole; each replaces the row of its id.
///
/// @param goneIncidents ids of incidents that are no more
/// @param titles alert id → title, for the search text of the incidents; those that are not here are read from the table
public record Projection(
        List<Incident> incidents, List<RawAlert> alerts, List<String> goneIncidents, Map<String, String> titles) {

    public static final Projection NONE = new Projection(List.of(), List.of());

    public Projection {
        incidents = List.copyOf(incidents);
        alerts = List.copyOf(alerts);
        goneIncidents = List.copyOf(goneIncidents);
        titles = Map.copyOf(titles);
    }

    public Projection(List<Incident> incidents, List<RawAlert> alerts) {
        this(incidents, alerts, List.of(), Map.of());
    }
}
