package dupin.engine;

import dupin.model.JournalEntry;
import dupin.model.RemediationAction;
import java.time.Instant;
import java.util.Optional;

/// One entry on its way from the journal into the fold, with what it has touched so far.
record Posting(CaseState state, JournalEntry journal, Touched.Marks marks) {

    Instant at() {
        return journal.at();
    }

    /// The incident, made when no entry has named it before; it is touched.
    IncidentFold incident(String id) {
        marks.incidents.add(id);
        return state.incidents.computeIfAbsent(id, made -> new IncidentFold(made, state.sharing.texts()));
    }

    /// The investigation, touched with its incident; the entry is refused when there is none.
    Optional<InvestigationFold> investigation(String id) {
        InvestigationFold found = state.investigations.get(id);
        if (found == null) {
            refuse("Investigation " + id + " is not known to this case.");
            return Optional.empty();
        }
        marks.investigations.add(id);
        marks.incidents.add(found.incidentId());
        return Optional.of(found);
    }

    void touch(RemediationAction action) {
        marks.actions.add(action.id());
        marks.entities.add(action.target().key());
        marks.entities.addAll(action.covered());
        marks.incidents.add(action.incidentId());
        marks.investigations.add(action.investigationId());
    }

    /// The entry is illegal where it stands and is ignored.
    void refuse(String reason) {
        state.refusals.add(new CaseState.Refusal(journal.seq(), reason));
    }
}
