package dupin.engine;

import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.LinkReason;
import java.util.List;

/// What entries do to single alerts: they come, belong to an incident, are handled. Part of [EntryFold].
final class AlertFold {
    private final CaseState state;

    AlertFold(CaseState state) {
        this.state = state;
    }

    void receive(Entry.AlertReceived it, Posting posting) {
        state.entities.put(it.alert());
        state.entities.clocks.received(it.alert().id(), posting.at());
        posting.marks().alerts.add(it.alert().id());
        for (Evidence evidence : it.alert().evidence()) {
            posting.marks().entities.add(evidence.entity().key());
        }
        state.incidentOf(it.alert().id()).ifPresent(posting.marks().incidents::add);
    }

    /// Puts the alert into an incident; it leaves the one that it was in.
    void link(Entry.AlertLinked it, Posting posting) {
        if (unknown(it.alertId(), posting)) {
            return;
        }
        String old = state.incidentOf.put(it.alertId(), it.incidentId());
        if (old != null && !old.equals(it.incidentId())) {
            IncidentFold before = posting.incident(old);
            List<LinkReason> reasons = before.links.remove(it.alertId());
            if (reasons != null) {
                long seq = posting.journal().seq();
                before.left.put(it.alertId(), new MergeFold.Left(it.incidentId(), reasons, seq));
            }
        }
        posting.incident(it.incidentId()).links.put(it.alertId(), it.reasons());
        posting.marks().alerts.add(it.alertId());
    }

    void manage(Entry.AlertManaged it, Posting posting) {
        if (unknown(it.alertId(), posting)) {
            return;
        }
        state.handled.manage(it, posting.journal(), LogLines.ofAlert(posting.journal(), it, state));
        posting.marks().alerts.add(it.alertId());
        state.incidentOf(it.alertId()).ifPresent(posting.marks().incidents::add);
    }

    private boolean unknown(String alertId, Posting posting) {
        boolean unknown = state.alert(alertId).isEmpty();
        if (unknown) {
            posting.refuse("Alert " + alertId + " is not known to this case.");
        }
        return unknown;
    }
}
