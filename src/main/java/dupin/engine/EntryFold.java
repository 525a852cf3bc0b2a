package dupin.engine;

import dupin.model.Comment;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.InvestigationState;
import dupin.model.JournalEntry;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives each entry its meaning: the only writer of [CaseState]. What an entry costs grows with
/// the incidents that share what it is about, not with the case.
final class EntryFold {
    private final CaseState state;
    private final VerdictFold verdicts;
    private final ActionFold actions;
    private final AlertFold alerts;

    EntryFold(CaseState state) {
        this.state = state;
        verdicts = new VerdictFold(state);
        actions = new ActionFold(state, verdicts);
        alerts = new AlertFold(state);
    }

    Touched apply(JournalEntry journal) {
        var marks = new Touched.Marks();
        var posting = new Posting(state, journal, marks);
        RemediationAction action = null;
        switch (journal.entry()) {
            case Entry.CaseCreated _ -> {}
            // It changes nothing: it is there to be checked.
            case Entry.HeadSigned _ -> {}
            case Entry.FileImported it -> {
                state.imports.add(journal.seq(), it.receipt());
                state.entities.clocks.ingested(it.receipt().sha256(), journal.at());
            }
            case Entry.PackAdded it -> {
                state.packs.add(it.pack());
                marks.policy = true;
            }
            case Entry.PackRemoved it -> {
                if (!state.packs.remove(it.kind(), it.name())) {
                    posting.refuse("The case holds no pack " + it.name() + ".");
                }
                marks.policy = true;
            }
            case Entry.PackSwitched it -> {
                state.packs.turn(it.kind(), it.name(), it.on());
                marks.policy = true;
            }
            case Entry.ProviderInvestigationReceived it ->
                    state.providerInvestigations.put(it.investigation().id(), it.investigation());
            case Entry.ProviderActionReceived it -> state.providerActions.put(it.action().id(), it.action());
            // Who acts is a matter of the open window, not of the case: told, and no more.
            case Entry.ResponderArmed it -> state.log.add(LogLines.ofCase(journal, it));
            case Entry.PolicyChanged it -> {
                state.policy = it.policy();
                marks.policy = true;
                state.log.add(LogLines.ofCase(journal, it));
            }
            case Entry.AlertReceived it -> alerts.receive(it, posting);
            case Entry.IncidentReceived it -> {
                posting.incident(it.incident().id()).provider = it.incident();
            }
            case Entry.IncidentOpened it -> posting.incident(it.incidentId()).openedName = it.name();
            case Entry.AlertLinked it -> alerts.link(it, posting);
            case Entry.AlertMoved it ->
                    AlertMoves.obstacle(state, it)
                            .ifPresentOrElse(posting::refuse, () -> new MergeFold(state, marks).take(it, journal));
            case Entry.AlertTuned it -> TuningFold.apply(state, it, journal, marks).ifPresent(posting::refuse);
            case Entry.IncidentMerged it ->
                    new MergeFold(state, marks)
                            .merge(
                                    posting.incident(it.incidentId()),
                                    posting.incident(it.intoIncidentId()),
                                    journal.seq());
            case Entry.IncidentUnmerged it -> {
                if (!new MergeFold(state, marks).part(it)) {
                    posting.refuse("Incident " + it.incidentId() + " is not merged into " + it.fromIncidentId() + ".");
                }
            }
            case Entry.IncidentManaged it -> {
                IncidentFold incident = posting.incident(it.incidentId());
                incident.manage(it, journal.seq());
                marks.alerts.addAll(incident.links.keySet());
            }
            case Entry.AlertManaged it -> alerts.manage(it, posting);
            case Entry.CommentAdded it -> action = comment(it, posting);
            case Entry.InvestigationDeclined it -> {
                state.declined.put(it.alertId(), it);
                marks.alerts.add(it.alertId());
                posting.incident(it.incidentId());
            }
            case Entry.InvestigationQueued it -> queue(it, posting);
            case Entry.AlertJoined it ->
                    posting.investigation(it.investigationId()).ifPresent(i -> joined(i, it.alertId(), posting));
            case Entry.InvestigationStarted it ->
                    posting.investigation(it.investigationId()).ifPresent(i -> i.start(journal));
            case Entry.InvestigationRenewed it -> renew(it, posting);
            case Entry.ScopeExpanded it ->
                    posting.investigation(it.investigationId())
                            .ifPresent(i -> {
                                EntityKey key = state.entities.see(it.expansion().entity());
                                marks.repeated = !i.expand(it.expansion(), key);
                            });
            case Entry.FindingRecorded it ->
                    posting.investigation(it.investigationId())
                            .ifPresent(i -> {
                                i.find(it.finding());
                                boolean changed = state.ledgers.find(it.investigationId(), it.finding());
                                verdicts.judged(it.finding().entity(), changed, marks);
                            });
            case Entry.StepFinished it ->
                    posting.investigation(it.investigationId()).ifPresent(i -> marks.repeated = !i.step(it.step()));
            case Entry.VerdictReached it ->
                    posting.investigation(it.investigationId())
                            .ifPresent(i -> {
                                EntityKey key = state.entities.see(it.entity());
                                i.judge(it, key);
                                boolean changed = state.ledgers.judge(key, it, i.found().findings(key));
                                verdicts.judged(key, changed, marks);
                            });
            case Entry.VerdictOverridden it -> {
                var said = new VerdictOverride(it.verdict(), it.reason(), journal.actor(), journal.at());
                state.entities.see(it.entity());
                verdicts.overruled(it.entity().key(), state.ledgers.override(it.entity().key(), said), journal, marks);
            }
            case Entry.OverrideWithdrawn it ->
                    verdicts.overruled(it.entity(), state.ledgers.override(it.entity(), null), journal, marks);
            case Entry.ClockShifted it -> {
                state.entities.clocks.shift(it, journal);
                marks.entities.add(it.device());
            }
            case Entry.InvestigationAnalysed it ->
                    posting.investigation(it.investigationId())
                            .ifPresent(i -> {
                                i.analysed(it, journal.at())
                                        .forEach(entity -> verdicts.foundAgain(entity, it.investigationId(), marks));
                                i.threatsLeft(verdicts.threatsLeft(i), journal.at());
                                marks.alerts.addAll(i.alertIds());
                            });
            case Entry.InvestigationCancelled it ->
                    broken(it.investigationId(), InvestigationState.TERMINATED_BY_USER, it.reason(), posting);
            case Entry.InvestigationFailed it ->
                    broken(it.investigationId(), InvestigationState.FAILED, it.reason(), posting);
            case Entry.ActionsSpared it -> actions.spare(it, posting);
            case Entry.ActionProposed it -> action = actions.propose(it, posting);
            case Entry.ActionEndorsed it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionApproved it -> action = actions.move(it.actionId(), posting);
            case Entry.ApprovalVoided it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionRejected it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionExpired it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionQueued it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionCancelled it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionStarted it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionExecuted it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionTimedOut it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionFinished it -> action = actions.move(it.actionId(), posting);
            case Entry.ActionSkipped it -> action = actions.move(it.actionId(), posting);
            case Entry.UndoStarted it -> action = actions.move(it.actionId(), posting);
            case Entry.UndoFinished it -> action = actions.move(it.actionId(), posting);
        }
        close(posting, action);
        return marks.done();
    }

    /// Rows of the touched incidents are made anew when asked for; their log gets the entry's line.
    private void close(Posting posting, @Nullable RemediationAction action) {
        if (posting.marks().incidents.isEmpty()) {
            return;
        }
        Optional<LogLine> line = LogLines.of(posting.journal(), state, action);
        for (String id : posting.marks().incidents) {
            IncidentFold incident = state.incidents.get(id);
            if (incident != null) {
                incident.touched(posting.at());
                boolean concerns = !(posting.journal().entry() instanceof Entry.AlertReceived);
                line.filter(_ -> concerns && !posting.marks().repeated).ifPresent(incident.log::add);
            }
        }
    }

    private @Nullable RemediationAction comment(Entry.CommentAdded it, Posting posting) {
        state.comments
                .computeIfAbsent(it.subject(), _ -> new ArrayList<>())
                .add(new Comment(it.text(), posting.journal().actor(), posting.at()));
        String id = it.subject().substring(it.subject().indexOf(':') + 1);
        switch (it.subject().substring(0, Math.max(0, it.subject().indexOf(':')))) {
            case "incident" -> {
                if (state.incidents.containsKey(id)) {
                    posting.marks().incidents.add(id);
                }
            }
            case "alert" -> {
                posting.marks().alerts.add(id);
                state.incidentOf(id).ifPresent(posting.marks().incidents::add);
            }
            case "investigation" -> posting.investigation(id);
            case "action" -> {
                Optional<RemediationAction> action = state.actions.get(id);
                action.ifPresent(posting::touch);
                return action.orElse(null);
            }
            default ->
                    posting.refuse(
                            "A comment is on an incident, alert, investigation or action, not on "
                                    + it.subject()
                                    + ".");
        }
        return null;
    }

    private void queue(Entry.InvestigationQueued it, Posting posting) {
        if (state.investigations.containsKey(it.investigationId())) {
            posting.refuse("Investigation " + it.investigationId() + " was queued before.");
            return;
        }
        boolean onAlert = state.alert(it.trigger()).isPresent();
        var investigation =
                new InvestigationFold(it, posting.journal().actor(), posting.at(), onAlert, state.sharing.texts());
        state.investigations.put(it.investigationId(), investigation);
        posting.incident(it.incidentId()).investigations.add(it.investigationId());
        posting.marks().investigations.add(it.investigationId());
        if (onAlert) {
            joined(investigation, it.trigger(), posting);
        }
    }

    private void renew(Entry.InvestigationRenewed it, Posting posting) {
        posting.investigation(it.investigationId())
                .ifPresent(i -> {
                    if (i.renew(posting.journal())) {
                        posting.marks().alerts.addAll(i.alertIds());
                    } else {
                        posting.refuse(
                                "Investigation " + it.investigationId() + " has not looked yet, or was broken off.");
                    }
                });
    }

    private void joined(InvestigationFold investigation, String alertId, Posting posting) {
        investigation.join(alertId, posting.journal());
        state.investigationOf.put(alertId, investigation.queued.investigationId());
        state.declined.remove(alertId);
        posting.marks().alerts.add(alertId);
    }

    private void broken(String id, InvestigationState how, String reason, Posting posting) {
        Optional<InvestigationFold> found = posting.investigation(id);
        if (found.isEmpty() || found.get().state().ended()) {
            found.ifPresent(_ -> posting.refuse("Investigation " + id + " has ended already."));
            return;
        }
        InvestigationFold investigation = found.get();
        investigation.broken(how, reason, posting.at());
        posting.marks().alerts.addAll(investigation.alertIds());
        actions.skipUndecided(id, reason, posting);
    }
}
