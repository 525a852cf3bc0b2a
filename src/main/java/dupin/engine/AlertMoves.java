package dupin.engine;

import dupin.model.Entry;
import dupin.model.LinkReason;
import dupin.model.row.AlertGoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Alerts that a person takes out of one incident into another. What was done for the alert alone goes along; what others
/// share stays where it is. An incident's last alert takes the whole incident with it: that is a merge. Stateless.
public final class AlertMoves {
    static final String BY_HAND = "Manual association";

    private AlertMoves() {}

    /// Empty when the case has no such alert.
    public static Optional<AlertGoing> going(CaseState state, String alertId) {
        return state.alert(alertId)
                .map(_ -> {
                    IncidentFold from = state.incidents.get(state.incidentOf.getOrDefault(alertId, ""));
                    if (from == null) {
                        return new AlertGoing("", List.of(), 0, List.of(), false);
                    }
                    List<String> along = along(state, from, alertId);
                    List<String> staying =
                            from.investigations.stream()
                                    .filter(id -> looksInto(state, id).contains(alertId) && !along.contains(id))
                                    .toList();
                    int actions = along.stream().mapToInt(id -> state.actions.ofInvestigation(id).size()).sum();
                    return new AlertGoing(from.id, along, actions, staying, from.links.size() == 1);
                });
    }

    /// Investigations that look into this alert and nothing else.
    static List<String> along(CaseState state, IncidentFold from, String alertId) {
        return from.investigations.stream().filter(id -> looksInto(state, id).equals(Set.of(alertId))).toList();
    }

    static Set<String> looksInto(CaseState state, String investigationId) {
        InvestigationFold run = state.investigations.get(investigationId);
        return run == null ? Set.of() : Set.copyOf(run.alertIds());
    }

    /// Why the alert cannot go there, in a sentence; empty when it can.
    public static Optional<String> obstacle(CaseState state, Entry.AlertMoved it) {
        String at = state.incidentOf(it.alertId()).orElse("");
        IncidentFold from = state.incidents.get(it.fromIncidentId());
        if (state.alert(it.alertId()).isEmpty() || from == null || !at.equals(from.id)) {
            return Optional.of("Alert " + it.alertId() + " is not in incident " + it.fromIncidentId() + ".");
        }
        if (at.equals(it.intoIncidentId())) {
            return Optional.of("Alert " + it.alertId() + " is in incident " + at + " already.");
        }
        if (from.links.size() == 1) {
            return Optional.of(
                    "Alert " + it.alertId() + " is the only one of incident " + at + ", which would be left empty.");
        }
        return closed(state, it.intoIncidentId());
    }

    /// Why nothing can go into the incident, in a sentence; empty when it can.
    public static Optional<String> closed(CaseState state, String intoIncidentId) {
        IncidentFold into = state.incidents.get(intoIncidentId);
        if (into == null) {
            return Optional.of("The case has no incident " + intoIncidentId + ".");
        }
        return into.redirectedTo.isEmpty()
                ? Optional.empty()
                : Optional.of("Incident " + into.id + " was merged into incident " + into.redirectedTo + ".");
    }

    /// What opens an incident of its own for an alert that stands in one with others.
    ///
    /// @param name what the person calls it; "" for a name after its alerts
    /// @return the entries, in which the last one moves the alert
    public static List<Entry> intoNew(CaseState state, String alertId, String fromIncidentId, String name, String why) {
        String title = state.alert(alertId).map(a -> a.title()).orElse(alertId);
        String place = new Digests().line("by hand").line(alertId).line(Long.toString(state.seq())).hex();
        String id = "D-" + place.substring(0, 10);
        var entries = new ArrayList<Entry>(List.of(new Entry.IncidentOpened(id, title)));
        if (!name.isEmpty()) {
            entries.add(new Entry.IncidentManaged(id, List.of(new Entry.Change("name", "", name))));
        }
        entries.add(new Entry.AlertMoved(alertId, fromIncidentId, id, why));
        return List.copyOf(entries);
    }

    static LinkReason reason(Entry.AlertMoved it) {
        String said = it.reason().isEmpty() ? "." : ": " + it.reason();
        return new LinkReason(BY_HAND, "", 0, "It was taken over from incident " + it.fromIncidentId() + said);
    }
}
