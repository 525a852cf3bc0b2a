package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What entries do to remediation actions, and with them to the investigations and verdicts that wait for them. Part of
/// [EntryFold].
final class ActionFold {
    private final CaseState state;
    private final VerdictFold verdicts;

    ActionFold(CaseState state, VerdictFold verdicts) {
        this.state = state;
        this.verdicts = verdicts;
    }

    /// @return the action; null when the entry was refused
    @Nullable RemediationAction propose(Entry.ActionProposed it, Posting posting) {
        RemediationAction old = state.actions.get(it.action().id()).orElse(null);
        Optional<String> refused = Transitions.refuse(old, it);
        Optional<InvestigationFold> investigation = posting.investigation(it.action().investigationId());
        if (refused.isPresent() || investigation.isEmpty()) {
            refused.ifPresent(posting::refuse);
            return null;
        }
        state.entities.see(it.action().target());
        RemediationAction action = state.actions.propose(it.action().inIncident(investigation.get().incidentId()));
        investigation.get().moved(old == null ? null : old.state(), action.state(), posting.at());
        posting.touch(action);
        return action;
    }

    void spare(Entry.ActionsSpared it, Posting posting) {
        if (posting.investigation(it.investigationId()).isPresent()) {
            state.actions.spare(it);
            it.spared().forEach(one -> posting.marks().entities.add(one.target()));
        }
    }

    /// Takes the action a step further.
    ///
    /// @return the action as it is then; null when the entry was refused or moves nothing
    @Nullable RemediationAction move(String id, Posting posting) {
        Entry entry = posting.journal().entry();
        RemediationAction action = state.actions.get(id).orElse(null);
        Optional<String> refused = Transitions.refuse(action, entry);
        if (action == null || refused.isPresent()) {
            posting.refuse(refused.orElse(""));
            return null;
        }
        return Transitions.next(action, entry).map(next -> advance(action, next, entry, posting)).orElse(null);
    }

    /// What nobody decided before a cancellation or failure will not be carried out.
    void skipUndecided(String investigationId, String reason, Posting posting) {
        for (RemediationAction action : List.copyOf(state.actions.ofInvestigation(investigationId))) {
            if (action.state() == ActionState.PENDING || action.state().cancellable()) {
                var skipped = new Entry.ActionSkipped(action.id(), "Its investigation ended: " + reason);
                advance(action, ActionState.SKIPPED, skipped, posting);
            }
        }
    }

    private RemediationAction advance(RemediationAction action, ActionState next, Entry entry, Posting posting) {
        RemediationAction moved = state.actions.move(action, next, entry, posting.journal().actor(), posting.at());
        posting.touch(moved);
        InvestigationFold investigation = state.investigations.get(action.investigationId());
        if (investigation != null) {
            investigation.moved(action.state(), next, posting.at());
            posting.marks().alerts.addAll(investigation.alertIds());
        }
        verdicts.review(action.target().key(), posting.journal(), posting.marks());
        action.covered().forEach(key -> verdicts.review(key, posting.journal(), posting.marks()));
        return moved;
    }
}
