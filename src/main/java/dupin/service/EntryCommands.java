package dupin.service;

import dupin.model.Entry;
import dupin.model.people.Command;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which command an entry comes from. A new kind of entry does not compile until it is classed. Stateless.
final class EntryCommands {
    /// What only persons do: never the engine by itself.
    static final Set<Command> PERSONS =
            Set.copyOf(
                    EnumSet.of(
                            Command.APPROVE,
                            Command.OVERRIDE_VERDICT,
                            Command.CHANGE_POLICY,
                            Command.STOP_AUTOMATION,
                            Command.TUNE_ALERTS,
                            Command.MANAGE_ALERT,
                            Command.ARM_RESPONDER,
                            Command.COMMENT,
                            Command.SIGN_JOURNAL));

    private EntryCommands() {}

    /// Empty for what the engine writes as a consequence.
    static Optional<Command> of(Entry entry) {
        return Optional.ofNullable(
                switch (entry) {
                    case Entry.FileImported _,
                            Entry.IncidentReceived _,
                            Entry.AlertReceived _,
                            Entry.ProviderInvestigationReceived _,
                            Entry.ProviderActionReceived _ ->
                            Command.IMPORT;
                    case Entry.PackAdded _, Entry.PackRemoved _, Entry.PackSwitched _ -> Command.CHANGE_PACKS;
                    case Entry.InvestigationQueued _ -> Command.INVESTIGATE;
                    case Entry.InvestigationCancelled _ -> Command.CANCEL_INVESTIGATION;
                    case Entry.VerdictOverridden _, Entry.OverrideWithdrawn _ -> Command.OVERRIDE_VERDICT;
                    case Entry.ActionProposed _ -> Command.PROPOSE;
                    case Entry.ActionApproved _, Entry.ActionEndorsed _ -> Command.APPROVE;
                    case Entry.ActionRejected _, Entry.ActionCancelled _ -> Command.REJECT;
                    case Entry.ResponderArmed _ -> Command.ARM_RESPONDER;
                    case Entry.UndoStarted _ -> Command.UNDO;
                    case Entry.PolicyChanged it ->
                            stops(it)
                                    ? Command.STOP_AUTOMATION
                                    : tunes(it) ? Command.TUNE_ALERTS : Command.CHANGE_POLICY;
                    case Entry.IncidentManaged _,
                            Entry.IncidentMerged _,
                            Entry.IncidentUnmerged _,
                            Entry.ClockShifted _ ->
                            Command.MANAGE_INCIDENT;
                    case Entry.AlertManaged _, Entry.AlertMoved _ -> Command.MANAGE_ALERT;
                    case Entry.CommentAdded _ -> Command.COMMENT;
                    case Entry.HeadSigned _ -> Command.SIGN_JOURNAL;
                    case Entry.CaseCreated _,
                            Entry.IncidentOpened _,
                            Entry.AlertLinked _,
                            Entry.AlertTuned _,
                            Entry.InvestigationDeclined _,
                            Entry.AlertJoined _,
                            Entry.InvestigationStarted _,
                            Entry.InvestigationRenewed _,
                            Entry.ScopeExpanded _,
                            Entry.FindingRecorded _,
                            Entry.StepFinished _,
                            Entry.VerdictReached _,
                            Entry.InvestigationAnalysed _,
                            Entry.InvestigationFailed _,
                            Entry.ActionsSpared _,
                            Entry.ApprovalVoided _,
                            Entry.ActionExpired _,
                            Entry.ActionQueued _,
                            Entry.ActionStarted _,
                            Entry.ActionExecuted _,
                            Entry.ActionTimedOut _,
                            Entry.ActionFinished _,
                            Entry.ActionSkipped _,
                            Entry.UndoFinished _ ->
                            null;
                });
    }

    /// Only stopping is open to more people than the policy is; starting again is a change like others.
    private static boolean stops(Entry.PolicyChanged change) {
        return change.changes().size() == 1
                && change.changes().getFirst().field().equals("Automation stopped")
                && change.policy().automationStopped();
    }

    private static boolean tunes(Entry.PolicyChanged change) {
        return !change.changes().isEmpty()
                && change.changes().stream().allMatch(c -> c.field().startsWith("Alert tuning rule \""));
    }

    /// Commands that others bring with them: whoever clears an entity or an incident withdraws the actions on it.
    static Set<Command> consequences(List<Entry> entries) {
        boolean clears =
                entries.stream()
                        .anyMatch(e -> e instanceof Entry.VerdictOverridden || e instanceof Entry.IncidentManaged);
        return clears ? Set.of(Command.REJECT) : Set.of();
    }
}
