package dupin.model.row;

import java.util.List;

/// What would happen if a person took an alert out of its incident now.
///
/// @param incidentId where it belongs; "" when it belongs to none yet
/// @param along ids of investigations that look into nothing else, and would go along
/// @param actions how many actions those have
/// @param staying ids of investigations of the incident that look into other alerts as well, and would stay
/// @param last whether it is the incident's only alert: the incident as a whole would go, as by a merge
public record AlertGoing(String incidentId, List<String> along, int actions, List<String> staying, boolean last) {
    public AlertGoing {
        along = List.copyOf(along);
        staying = List.copyOf(staying);
    }

    /// Whether the same things go and stay; what those come to contain meanwhile makes no difference.
    public boolean alike(AlertGoing other) {
        return incidentId.equals(other.incidentId)
                && last == other.last
                && along.equals(other.along)
                && staying.equals(other.staying);
    }
}
