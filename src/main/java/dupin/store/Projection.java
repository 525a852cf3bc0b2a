package dupin.store;

import dupin.model.Incident;
import java.util.List;

/// Rows that the fold of some journal entries gave, whole; each replaces the row of its id.
///
/// @param goneIncidents ids of incidents that are no more
public record Projection(List<Incident> incidents, List<RawAlert> alerts, List<String> goneIncidents) {

    public static final Projection NONE = new Projection(List.of(), List.of());

    public Projection {
        incidents = List.copyOf(incidents);
        alerts = List.copyOf(alerts);
        goneIncidents = List.copyOf(goneIncidents);
    }

    public Projection(List<Incident> incidents, List<RawAlert> alerts) {
        this(incidents, alerts, List.of());
    }
}
