package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.row.AlertRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the fold says of an alert at one moment, wherever it is listed.
public final class AlertRows {
    /// Words of sources for a classification that nobody has made.
    private static final Set<String> UNSET = Set.of("", "unknown", "notavailable", "notset", "none");

    private AlertRows() {}

    /// The alert in the incident that it belongs to; empty when the case has none of this id.
    public static Optional<AlertRow> of(CaseState state, String alertId) {
        return state.alert(alertId).map(alert -> of(state, alert, state.incidentOf(alertId).orElse("")));
    }

    static AlertRow of(CaseState state, Alert alert, String incidentId) {
        Optional<Incident> incident = state.incident(incidentId);
        Optional<Investigation> by = state.investigationOf(alert.id());
        Optional<Entry.InvestigationDeclined> declined = state.declined(alert.id());
        InvestigationState how =
                by.map(Investigation::state).orElse(declined.map(Entry.InvestigationDeclined::state).orElse(null));
        String note =
                by.map(Investigation::stateNote).orElse(declined.map(Entry.InvestigationDeclined::reason).orElse(""));
        List<LinkReason> links = incident.map(i -> i.links().getOrDefault(alert.id(), List.of())).orElse(List.of());
        Judged judged = own(state, alert);
        boolean own = isSet(judged.classification());
        return new AlertRow(
                alert,
                incidentId,
                incident.map(Incident::name).orElse(""),
                state.alertStatus(alert.id()),
                assets(List.of(alert)),
                labels(alert, EntityKind.USER),
                links,
                how,
                note,
                own ? judged.classification() : incident.map(Incident::classification).orElse(""),
                own ? judged.determination() : incident.map(Incident::determination).orElse(""),
                assigned(state, alert, incident),
                TuningFold.of(state, alert.id()).orElse(null));
    }

    /// What was said of the alert itself, here or by its source.
    record Judged(String classification, String determination) {}

    static Judged own(CaseState state, Alert alert) {
        Optional<String> said = state.handled.word(alert.id(), IncidentField.CLASSIFICATION);
        // Whoever classifies it anew speaks of its determination, too.
        String determination =
                state.handled
                        .word(alert.id(), IncidentField.DETERMINATION)
                        .orElse(said.isPresent() ? "" : alert.determination());
        return new Judged(said.orElse(alert.classification()), determination);
    }

    private static boolean isSet(String classification) {
        return !UNSET.contains(Canonical.lower(classification).replace(" ", ""));
    }

    /// Giving an incident to somebody gives all its alerts, until one of them is given to somebody else.
    private static String assigned(CaseState state, Alert alert, Optional<Incident> incident) {
        IncidentFold fold = incident.map(i -> state.incidents.get(i.id())).orElse(null);
        Optional<String> here = state.handled.assignedHere(alert.id(), fold);
        return here.isPresent()
                ? here.get()
                : alert.assignedTo().isEmpty() ? incident.map(Incident::assignedTo).orElse("") : alert.assignedTo();
    }

    /// Labels of the devices, users and mailboxes that the alerts name, each once.
    static List<String> assets(Iterable<Alert> of) {
        var labels = new TreeMap<EntityKey, String>();
        for (Alert alert : of) {
            for (Evidence evidence : alert.evidence()) {
                if (AssetRows.isAsset(evidence.entity())) {
                    labels.putIfAbsent(evidence.entity().key(), evidence.entity().label());
                }
            }
        }
        return List.copyOf(labels.values());
    }

    static List<String> labels(Alert alert, EntityKind kind) {
        var labels = new TreeMap<EntityKey, String>();
        for (Evidence evidence : alert.evidence()) {
            if (evidence.entity().kind() == kind && AssetRows.isAsset(evidence.entity())) {
                labels.putIfAbsent(evidence.entity().key(), evidence.entity().label());
            }
        }
        return List.copyOf(labels.values());
    }
}
