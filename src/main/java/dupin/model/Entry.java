package dupin.model;

import dupin.model.people.Signature;
import dupin.model.policy.TuningRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a journal says happened. Everything that an analyst sees of an investigation is a fold over these. Who and
/// when stand in the envelope, [JournalEntry].
public sealed interface Entry {

    record CaseCreated(String name, String product) implements Entry {}

    /// Telemetry and intel are imported facts in tables of their own; this entry is their only trace here.
    record FileImported(ImportReceipt receipt) implements Entry {}

    /// Knowledge of the user's choice is part of the case from here on (see [Pack]).
    record PackAdded(Pack pack) implements Entry {}

    record PackRemoved(Pack.Kind kind, String name, String reason) implements Entry {}

    /// A pack, also one that ships, is no longer asked, or asked again. What it has found stays.
    record PackSwitched(Pack.Kind kind, String name, boolean on, String reason) implements Entry {}

    record IncidentReceived(ProviderIncident incident) implements Entry {}

    /// A new alert, or a newer export of one that the case holds.
    record AlertReceived(Alert alert) implements Entry {}

    record ProviderInvestigationReceived(ProviderInvestigation investigation) implements Entry {}

    record ProviderActionReceived(ProviderAction action) implements Entry {}

    record IncidentOpened(String incidentId, String name) implements Entry {}

    /// The alert joins the incident (and leaves any other).
    record AlertLinked(String alertId, String incidentId, List<LinkReason> reasons) implements Entry {
        public AlertLinked {
            reasons = List.copyOf(reasons);
        }
    }

    /// A person took the alert out of its incident into another one, which has others. With it go the investigations that
    /// look into nothing else, and their actions; correlation does not bring it back.
    record AlertMoved(String alertId, String fromIncidentId, String intoIncidentId, String reason) implements Entry {}

    /// A tuning rule took the alert: what it says of it stands as if a person had said it.
    ///
    /// @param rule its name
    /// @param changes of status, classification and determination
    record AlertTuned(
            String alertId, String ruleId, String rule, TuningRule.Effect effect, List<Change> changes, String comment)
            implements Entry {
        public AlertTuned {
            changes = List.copyOf(changes);
        }
    }

    /// The incident went into another one with all that was done in it, and is closed as redirected.
    record IncidentMerged(String incidentId, String intoIncidentId, String reason) implements Entry {}

    /// The inverse of the merge: what went along comes back, and correlation leaves the two apart from here on.
    ///
    /// @param fromIncidentId the one that it had gone into
    record IncidentUnmerged(String incidentId, String fromIncidentId, String reason) implements Entry {}

    /// No investigation is started, and why: the reason is shown on alert and incident.
    record InvestigationDeclined(String incidentId, String alertId, InvestigationState state, String reason)
            implements Entry {}

    record InvestigationQueued(
            String investigationId,
            String incidentId,
            String trigger,
            String title,
            String playbookId,
            int stepCount,
            List<EntityKey> seeds)
            implements Entry {
        public InvestigationQueued {
            seeds = List.copyOf(seeds);
        }
    }

    /// A related alert joins a running or pending investigation.
    record AlertJoined(String investigationId, String alertId) implements Entry {}

    record InvestigationStarted(String investigationId) implements Entry {}

    /// What came after it had looked touches it: its steps are gone through once more. Its actions keep their decisions.
    record InvestigationRenewed(String investigationId, String reason) implements Entry {}

    record ScopeExpanded(String investigationId, ScopeExpansion expansion) implements Entry {}

    record FindingRecorded(String investigationId, Finding finding) implements Entry {}

    record StepFinished(String investigationId, StepRecord step) implements Entry {}

    /// @param entity with its attributes, so that the verdict can be shown without its alert
    /// @param missing telemetry that was needed and not in the case
    record VerdictReached(
            String investigationId, Entity entity, Verdict verdict, int prior, int score, List<String> missing)
            implements Entry {
        public VerdictReached {
            missing = List.copyOf(missing);
        }
    }

    /// An analyst's verdict on the entity takes the place of the engine's, over all runs to come.
    ///
    /// @param entity with its attributes: it may be one that nothing has judged
    record VerdictOverridden(Entity entity, Verdict verdict, String reason) implements Entry {}

    /// The engine's own verdict holds again.
    record OverrideWithdrawn(EntityKey entity, String reason) implements Entry {}

    /// The device's clock is taken to have gone wrong by this much: its times are shown moved from here on. What the source
    /// said stays as it is; zero takes the correction back.
    ///
    /// @param millis added to the device's times
    record ClockShifted(EntityKey device, long millis, String reason) implements Entry {}

    /// The steps are done; what remains are actions.
    ///
    /// @param state the outcome if no action stays open
    record InvestigationAnalysed(String investigationId, InvestigationState state, String note) implements Entry {}

    record InvestigationCancelled(String investigationId, String reason) implements Entry {}

    record InvestigationFailed(String investigationId, String reason) implements Entry {}

    record ActionProposed(RemediationAction action) implements Entry {}

    /// What would be asked for and is not needed or must not be: so that nobody takes silence for an oversight.
    record ActionsSpared(String investigationId, List<SparedAction> spared) implements Entry {
        public ActionsSpared {
            spared = List.copyOf(spared);
        }
    }

    /// @param evidenceDigest digest of the grounds
    /// @param grounds what the approval rests on: it is void when that is another at execution
    /// @param signature of the person who approved; null where there are no operators
    record ActionApproved(
            String actionId, String comment, String evidenceDigest, List<Ground> grounds, @Nullable Signature signature)
            implements Entry {
        public ActionApproved {
            grounds = List.copyOf(grounds);
        }

        /// One that nobody has signed yet.
        public ActionApproved(String actionId, String comment, String evidenceDigest, List<Ground> grounds) {
            this(actionId, comment, evidenceDigest, grounds, null);
        }

        public ActionApproved signed(Signature by) {
            return new ActionApproved(actionId, comment, evidenceDigest, grounds, by);
        }

        /// An approval that binds nothing.
        public ActionApproved(String actionId, String comment) {
            this(actionId, comment, "", List.of());
        }
    }

    /// One of several persons who must approve has approved; the action waits for the others.
    ///
    /// @param grounds as of an approval: those who approve on other grounds count anew
    record ActionEndorsed(
            String actionId, String comment, String evidenceDigest, List<Ground> grounds, @Nullable Signature signature)
            implements Entry {
        public ActionEndorsed {
            grounds = List.copyOf(grounds);
        }

        public ActionEndorsed signed(Signature by) {
            return new ActionEndorsed(actionId, comment, evidenceDigest, grounds, by);
        }
    }

    /// The evidence changed between decision and execution: the action was not carried out and waits again.
    ///
    /// @param reason the difference in words
    record ApprovalVoided(String actionId, String reason) implements Entry {}

    record ActionRejected(String actionId, String comment) implements Entry {}

    record ActionExpired(String actionId) implements Entry {}

    /// Handed to a responder, by name: only that one carries it out, and takes it back.
    record ActionQueued(String actionId, String responder) implements Entry {}

    /// Called off before it was dispatched.
    record ActionCancelled(String actionId, String comment) implements Entry {}

    /// The intent: written before the responder is called, so that a crash in between is seen.
    record ActionStarted(String actionId) implements Entry {}

    /// The responder says that it is done; next the estate is read back.
    ///
    /// @param items what became of the single things that it was carried out on; empty where there is only one
    record ActionExecuted(String actionId, String details, List<ActionItem> items) implements Entry {
        public ActionExecuted {
            items = List.copyOf(items);
        }

        public ActionExecuted(String actionId, String details) {
            this(actionId, details, List.of());
        }
    }

    /// The responder did not get it done within the retry window; whether it took effect is not known.
    record ActionTimedOut(String actionId, String details) implements Entry {}

    /// The outcome, and whether the estate was read back and agreed.
    ///
    /// @param items as in [ActionExecuted]; empty where that entry told them
    record ActionFinished(String actionId, boolean completed, boolean verified, String details, List<ActionItem> items)
            implements Entry {
        public ActionFinished {
            items = List.copyOf(items);
        }

        public ActionFinished(String actionId, boolean completed, boolean verified, String details) {
            this(actionId, completed, verified, details, List.of());
        }
    }

    /// Not carried out, and why (never-touch list, circuit breaker, target gone, evidence changed).
    record ActionSkipped(String actionId, String reason) implements Entry {}

    record UndoStarted(String actionId, String comment) implements Entry {}

    record UndoFinished(String actionId, boolean completed, boolean verified, String details) implements Entry {}

    /// From now on actions go to this responder. Opening a case arms the simulated estate and nothing else.
    ///
    /// @param real whether it changes anything outside of the case
    record ResponderArmed(String responder, boolean real, String comment) implements Entry {}

    /// @param changes one line per setting: what, old value, new value
    record PolicyChanged(Policy policy, List<Change> changes, String comment) implements Entry {
        public PolicyChanged {
            changes = List.copyOf(changes);
        }
    }

    /// A field that went from one value to another.
    record Change(String field, String before, String after) {}

    record IncidentManaged(String incidentId, List<Change> changes) implements Entry {
        public IncidentManaged {
            changes = List.copyOf(changes);
        }
    }

    /// What a person says of one alert: it stands whatever the alert's source exports later.
    ///
    /// @param changes of status, assignedTo, classification and determination
    record AlertManaged(String alertId, List<Change> changes) implements Entry {
        public AlertManaged {
            changes = List.copyOf(changes);
        }
    }

    /// A person vouches that the journal ended so.
    ///
    /// @param lastSeq number of the last entry
    /// @param head its hash
    record HeadSigned(long lastSeq, String head, Signature signature) implements Entry {}

    /// @param subject `incident:ID`, `alert:ID`, `investigation:ID` or `action:ID`
    record CommentAdded(String subject, String text) implements Entry {}
}
