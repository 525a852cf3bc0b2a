package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Comment;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.InvestigationState;
import dupin.model.JournalEntry;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.model.row.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives each entry its meaning: the only writer of [CaseState]. Costs per entry do not grow with the case.
final class EntryFold {
    private final CaseState state;
    private final VerdictFold verdicts;

    EntryFold(CaseState state) {
        this.state = state;
        verdicts = new VerdictFold(state);
    }

    Touched apply(JournalEntry journal) {
        var marks = new Touched.Marks();
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
                    refuse(journal, "The case holds no pack " + it.name() + ".");
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
            case Entry.AlertReceived it -> received(it, journal.at(), marks);
            case Entry.IncidentReceived it -> {
                incident(it.incident().id(), marks).provider = it.incident();
            }
            case Entry.IncidentOpened it -> incident(it.incidentId(), marks).openedName = it.name();
            case Entry.AlertLinked it -> link(it, journal, marks);
            case Entry.AlertMoved it ->
                    AlertMoves.obstacle(state, it)
                            .ifPresentOrElse(
                                    why -> refuse(journal, why), () -> new MergeFold(state, marks).take(it, journal));
            case Entry.AlertTuned it ->
                    TuningFold.apply(state, it, journal, marks).ifPresent(why -> refuse(journal, why));
            case Entry.IncidentMerged it ->
                    new MergeFold(state, marks)
                            .merge(
                                    incident(it.incidentId(), marks),
                                    incident(it.intoIncidentId(), marks),
                                    journal.seq());
            case Entry.IncidentUnmerged it -> {
                if (!new MergeFold(state, marks).part(it)) {
                    refuse(journal, "Incident " + it.incidentId() + " is not merged into " + it.fromIncidentId() + ".");
                }
            }
            case Entry.IncidentManaged it -> {
                IncidentFold incident = incident(it.incidentId(), marks);
                incident.manage(it, journal.seq());
                marks.alerts.addAll(incident.links.keySet());
            }
            case Entry.AlertManaged it -> manage(it, journal, marks);
            case Entry.CommentAdded it -> action = comment(it, journal, marks);
            case Entry.InvestigationDeclined it -> {
                state.declined.put(it.alertId(), it);
                marks.alerts.add(it.alertId());
                incident(it.incidentId(), marks);
            }
            case Entry.InvestigationQueued it -> queue(it, journal, marks);
            case Entry.AlertJoined it ->
                    investigation(it.investigationId(), journal, marks)
                            .ifPresent(i -> joined(i, it.alertId(), journal, marks));
            case Entry.InvestigationStarted it ->
                    investigation(it.investigationId(), journal, marks).ifPresent(i -> i.start(journal));
            case Entry.InvestigationRenewed it -> renew(it, journal, marks);
            case Entry.ScopeExpanded it ->
                    investigation(it.investigationId(), journal, marks)
                            .ifPresent(i -> {
                                EntityKey key = state.entities.see(it.expansion().entity());
                                marks.repeated = !i.expand(it.expansion(), key);
                            });
            case Entry.FindingRecorded it ->
                    investigation(it.investigationId(), journal, marks)
                            .ifPresent(i -> {
                                i.find(it.finding());
                                boolean changed = state.ledgers.find(it.investigationId(), it.finding());
                                verdicts.judged(it.finding().entity(), changed, marks);
                            });
            case Entry.StepFinished it ->
                    investigation(it.investigationId(), journal, marks)
                            .ifPresent(i -> marks.repeated = !i.step(it.step()));
            case Entry.VerdictReached it ->
                    investigation(it.investigationId(), journal, marks)
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
                    investigation(it.investigationId(), journal, marks)
                            .ifPresent(i -> {
                                i.analysed(it, journal.at())
                                        .forEach(entity -> verdicts.foundAgain(entity, it.investigationId(), marks));
                                i.threatsLeft(verdicts.threatsLeft(i), journal.at());
                                marks.alerts.addAll(i.alertIds());
                            });
            case Entry.InvestigationCancelled it ->
                    broken(it.investigationId(), InvestigationState.TERMINATED_BY_USER, it.reason(), journal, marks);
            case Entry.InvestigationFailed it ->
                    broken(it.investigationId(), InvestigationState.FAILED, it.reason(), journal, marks);
            case Entry.ActionsSpared it -> spare(it, journal, marks);
            case Entry.ActionProposed it -> action = propose(it, journal, marks);
            case Entry.ActionEndorsed it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionApproved it -> action = move(it.actionId(), journal, marks);
            case Entry.ApprovalVoided it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionRejected it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionExpired it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionQueued it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionCancelled it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionStarted it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionExecuted it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionTimedOut it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionFinished it -> action = move(it.actionId(), journal, marks);
            case Entry.ActionSkipped it -> action = move(it.actionId(), journal, marks);
            case Entry.UndoStarted it -> action = move(it.actionId(), journal, marks);
            case Entry.UndoFinished it -> action = move(it.actionId(), journal, marks);
        }
        close(journal, marks, action);
        return marks.done();
    }

    /// Rows of the touched incidents are made anew when asked for; their log gets the entry's line.
    private void close(JournalEntry journal, Touched.Marks marks, @Nullable RemediationAction action) {
        if (marks.incidents.isEmpty()) {
            return;
        }
        Optional<LogLine> line = LogLines.of(journal, state, action);
        for (String id : marks.incidents) {
            IncidentFold incident = state.incidents.get(id);
            if (incident != null) {
                incident.touched(journal.at());
                boolean concerns = !(journal.entry() instanceof Entry.AlertReceived);
                line.filter(_ -> concerns && !marks.repeated).ifPresent(incident.log::add);
            }
        }
    }

    private IncidentFold incident(String id, Touched.Marks marks) {
        marks.incidents.add(id);
        return state.incidents.computeIfAbsent(id, made -> new IncidentFold(made, state.sharing.texts()));
    }

    private void received(Entry.AlertReceived it, Instant at, Touched.Marks marks) {
        state.entities.put(it.alert());
        state.entities.clocks.received(it.alert().id(), at);
        marks.alerts.add(it.alert().id());
        for (Evidence evidence : it.alert().evidence()) {
            marks.entities.add(evidence.entity().key());
        }
        state.incidentOf(it.alert().id()).ifPresent(marks.incidents::add);
    }

    private void link(Entry.AlertLinked it, JournalEntry journal, Touched.Marks marks) {
        if (state.alert(it.alertId()).isEmpty()) {
            refuse(journal, "Alert " + it.alertId() + " is not known to this case.");
            return;
        }
        String old = state.incidentOf.put(it.alertId(), it.incidentId());
        if (old != null && !old.equals(it.incidentId())) {
            IncidentFold before = incident(old, marks);
            List<LinkReason> reasons = before.links.remove(it.alertId());
            if (reasons != null) {
                before.left.put(it.alertId(), new MergeFold.Left(it.incidentId(), reasons, journal.seq()));
            }
        }
        incident(it.incidentId(), marks).links.put(it.alertId(), it.reasons());
        marks.alerts.add(it.alertId());
    }

    private void manage(Entry.AlertManaged it, JournalEntry journal, Touched.Marks marks) {
        if (state.alert(it.alertId()).isEmpty()) {
            refuse(journal, "Alert " + it.alertId() + " is not known to this case.");
            return;
        }
        state.handled.manage(it, journal, LogLines.ofAlert(journal, it, state));
        marks.alerts.add(it.alertId());
        state.incidentOf(it.alertId()).ifPresent(marks.incidents::add);
    }

    private @Nullable RemediationAction comment(Entry.CommentAdded it, JournalEntry journal, Touched.Marks marks) {
        state.comments
                .computeIfAbsent(it.subject(), _ -> new ArrayList<>())
                .add(new Comment(it.text(), journal.actor(), journal.at()));
        String id = it.subject().substring(it.subject().indexOf(':') + 1);
        switch (it.subject().substring(0, Math.max(0, it.subject().indexOf(':')))) {
            case "incident" -> {
                if (state.incidents.containsKey(id)) {
                    marks.incidents.add(id);
                }
            }
            case "alert" -> {
                marks.alerts.add(id);
                state.incidentOf(id).ifPresent(marks.incidents::add);
            }
            case "investigation" -> investigation(id, journal, marks);
            case "action" -> {
                Optional<RemediationAction> action = state.actions.get(id);
                action.ifPresent(a -> mark(a, marks));
                return action.orElse(null);
            }
            default ->
                    refuse(
                            journal,
                            "A comment is on an incident, alert, investigation or action, not on "
                                    + it.subject()
                                    + ".");
        }
        return null;
    }

    private void queue(Entry.InvestigationQueued it, JournalEntry journal, Touched.Marks marks) {
        if (state.investigations.containsKey(it.investigationId())) {
            refuse(journal, "Investigation " + it.investigationId() + " was queued before.");
            return;
        }
        boolean onAlert = state.alert(it.trigger()).isPresent();
        var investigation = new InvestigationFold(it, journal.actor(), journal.at(), onAlert, state.sharing.texts());
        state.investigations.put(it.investigationId(), investigation);
        incident(it.incidentId(), marks).investigations.add(it.investigationId());
        marks.investigations.add(it.investigationId());
        if (onAlert) {
            joined(investigation, it.trigger(), journal, marks);
        }
    }

    private void renew(Entry.InvestigationRenewed it, JournalEntry journal, Touched.Marks marks) {
        investigation(it.investigationId(), journal, marks)
                .ifPresent(i -> {
                    if (i.renew(journal)) {
                        marks.alerts.addAll(i.alertIds());
                    } else {
                        refuse(
                                journal,
                                "Investigation " + it.investigationId() + " has not looked yet, or was broken off.");
                    }
                });
    }

    private void joined(InvestigationFold investigation, String alertId, JournalEntry journal, Touched.Marks marks) {
        investigation.join(alertId, journal);
        state.investigationOf.put(alertId, investigation.queued.investigationId());
        state.declined.remove(alertId);
        marks.alerts.add(alertId);
    }

    private Optional<InvestigationFold> investigation(String id, JournalEntry journal, Touched.Marks marks) {
        InvestigationFold found = state.investigations.get(id);
        if (found == null) {
            refuse(journal, "Investigation " + id + " is not known to this case.");
            return Optional.empty();
        }
        marks.investigations.add(id);
        marks.incidents.add(found.incidentId());
        return Optional.of(found);
    }

    /// What nobody decided before a cancellation or failure will not be carried out.
    private void broken(String id, InvestigationState how, String reason, JournalEntry journal, Touched.Marks marks) {
        Optional<InvestigationFold> found = investigation(id, journal, marks);
        if (found.isEmpty() || found.get().state().ended()) {
            found.ifPresent(_ -> refuse(journal, "Investigation " + id + " has ended already."));
            return;
        }
        InvestigationFold investigation = found.get();
        investigation.broken(how, reason, journal.at());
        marks.alerts.addAll(investigation.alertIds());
        for (RemediationAction action : List.copyOf(state.actions.ofInvestigation(id))) {
            if (action.state() == ActionState.PENDING || action.state().cancellable()) {
                advance(
                        action,
                        ActionState.SKIPPED,
                        new Entry.ActionSkipped(action.id(), "Its investigation ended: " + reason),
                        journal,
                        marks);
            }
        }
    }

    private @Nullable RemediationAction propose(Entry.ActionProposed it, JournalEntry journal, Touched.Marks marks) {
        RemediationAction old = state.actions.get(it.action().id()).orElse(null);
        Optional<String> refused = Transitions.refuse(old, it);
        Optional<InvestigationFold> investigation = investigation(it.action().investigationId(), journal, marks);
        if (refused.isPresent() || investigation.isEmpty()) {
            refused.ifPresent(reason -> refuse(journal, reason));
            return null;
        }
        state.entities.see(it.action().target());
        RemediationAction action = state.actions.propose(it.action().inIncident(investigation.get().incidentId()));
        investigation.get().moved(old == null ? null : old.state(), action.state(), journal.at());
        mark(action, marks);
        return action;
    }

    private void spare(Entry.ActionsSpared it, JournalEntry journal, Touched.Marks marks) {
        if (investigation(it.investigationId(), journal, marks).isPresent()) {
            state.actions.spare(it);
            it.spared().forEach(one -> marks.entities.add(one.target()));
        }
    }

    private @Nullable RemediationAction move(String id, JournalEntry journal, Touched.Marks marks) {
        RemediationAction action = state.actions.get(id).orElse(null);
        Optional<String> refused = Transitions.refuse(action, journal.entry());
        if (action == null || refused.isPresent()) {
            refuse(journal, refused.orElse(""));
            return null;
        }
        return Transitions.next(action, journal.entry())
                .map(next -> advance(action, next, journal.entry(), journal, marks))
                .orElse(null);
    }

    private RemediationAction advance(
            RemediationAction action, ActionState next, Entry entry, JournalEntry journal, Touched.Marks marks) {
        RemediationAction moved = state.actions.move(action, next, entry, journal.actor(), journal.at());
        mark(moved, marks);
        InvestigationFold investigation = state.investigations.get(action.investigationId());
        if (investigation != null) {
            investigation.moved(action.state(), next, journal.at());
            marks.alerts.addAll(investigation.alertIds());
        }
        verdicts.review(action.target().key(), journal, marks);
        action.covered().forEach(key -> verdicts.review(key, journal, marks));
        return moved;
    }

    private static void mark(RemediationAction action, Touched.Marks marks) {
        marks.actions.add(action.id());
        marks.entities.add(action.target().key());
        marks.entities.addAll(action.covered());
        marks.incidents.add(action.incidentId());
        marks.investigations.add(action.investigationId());
    }

    private void refuse(JournalEntry journal, String reason) {
        state.refusals.add(new CaseState.Refusal(journal.seq(), reason));
    }
}
