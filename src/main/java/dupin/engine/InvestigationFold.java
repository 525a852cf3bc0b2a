package dupin.engine;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.JournalEntry;
import dupin.model.ScopeExpansion;
import dupin.model.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the entries of one investigation add up to so far. Grows entry by entry; [#view] is the record of the moment.
final class InvestigationFold {
    final Entry.InvestigationQueued queued;

    /// Where it belongs now: incidents may be merged.
    private String incidentId;

    private final String startedBy;
    private final Instant queuedAt;
    private final LinkedHashSet<String> alertIds = new LinkedHashSet<>();
    private final StepLog steps;
    private final Found found;
    private final int[] actions = new int[ActionState.values().length];
    private InvestigationState state = InvestigationState.QUEUED;
    private @Nullable Instant startedAt;
    private long lookedAt;
    private @Nullable Instant analysedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant pendingSince;
    private Duration totalPending = Duration.ZERO;
    private Entry.@Nullable InvestigationAnalysed analysed;
    private boolean threatsLeft;
    private boolean sensitive;
    private @Nullable InvestigationState broken;
    private String brokenReason = "";
    private @Nullable Investigation view;

    InvestigationFold(
            Entry.InvestigationQueued queued, String startedBy, Instant at, boolean triggerIsAlert, Texts texts) {
        this.steps = new StepLog(texts);
        this.found = new Found(queued.seeds());
        this.queued = queued;
        this.incidentId = queued.incidentId();
        this.startedBy = startedBy;
        this.queuedAt = at;
        if (triggerIsAlert) {
            alertIds.add(queued.trigger());
        }
    }

    private InvestigationFold(InvestigationFold other) {
        queued = other.queued;
        incidentId = other.incidentId;
        startedBy = other.startedBy;
        queuedAt = other.queuedAt;
        alertIds.addAll(other.alertIds);
        steps = other.steps.copy();
        found = other.found.copy();
        System.arraycopy(other.actions, 0, actions, 0, actions.length);
        state = other.state;
        startedAt = other.startedAt;
        lookedAt = other.lookedAt;
        analysedAt = other.analysedAt;
        endedAt = other.endedAt;
        pendingSince = other.pendingSince;
        totalPending = other.totalPending;
        analysed = other.analysed;
        threatsLeft = other.threatsLeft;
        sensitive = other.sensitive;
        broken = other.broken;
        brokenReason = other.brokenReason;
        view = other.view;
    }

    InvestigationFold copy() {
        return new InvestigationFold(this);
    }

    /// An alert that comes when the steps are done, but actions are open, has them gone through again.
    void join(String alertId, JournalEntry journal) {
        if (alertIds.add(alertId) && analysed != null) {
            lookAgain(journal);
        }
        settle(journal.at());
    }

    /// It has looked, and nobody broke it off.
    boolean mayLookAgain() {
        return analysed != null && broken == null;
    }

    /// @return false when it may not look again
    boolean renew(JournalEntry journal) {
        if (!mayLookAgain()) {
            return false;
        }
        lookAgain(journal);
        settle(journal.at());
        return true;
    }

    /// The indicators in force are those of the new look.
    private void lookAgain(JournalEntry journal) {
        analysed = null;
        analysedAt = null;
        startedAt = journal.at();
        lookedAt = journal.seq();
        steps.runAgain();
        found.again();
    }

    /// The entry at which its latest look began.
    long lookedAt() {
        return lookedAt;
    }

    /// Steps of the current run, which may be a second one.
    int stepsOfRun() {
        return steps.ofRun();
    }

    void start(JournalEntry journal) {
        if (startedAt == null) {
            startedAt = journal.at();
            lookedAt = journal.seq();
        }
        settle(journal.at());
    }

    /// @return false when the expansion is known from an earlier run
    boolean expand(ScopeExpansion expansion, EntityKey entity) {
        view = null;
        return found.expand(expansion, entity);
    }

    void find(Finding finding) {
        sensitive |= Sensitivity.is(finding);
        found.find(finding);
    }

    /// @return false when an earlier run's step said the same
    boolean step(StepRecord step) {
        view = null;
        return steps.add(step);
    }

    void judge(Entry.VerdictReached verdict, EntityKey entity) {
        found.judge(verdict, entity);
        view = null;
    }

    /// Whether it proposed nothing itself, so that what others do to its entities decides how it ended.
    boolean leansOnOthers() {
        return analysed != null && count(ActionState.values()) == 0;
    }

    /// @param left something that it judged a threat is not remediated
    void threatsLeft(boolean left, Instant at) {
        threatsLeft = left;
        settle(at);
    }

    /// @return entities of which this look found less, or something else, than the one before
    Set<EntityKey> analysed(Entry.InvestigationAnalysed entry, Instant at) {
        analysed = entry;
        analysedAt = at;
        steps.close();
        Set<EntityKey> changed = found.close();
        settle(at);
        return changed;
    }

    void broken(InvestigationState how, String reason, Instant at) {
        if (!state.ended()) {
            broken = how;
            brokenReason = reason;
            settle(at);
        }
    }

    void moved(@Nullable ActionState from, ActionState to, Instant at) {
        if (from != null) {
            actions[from.ordinal()]--;
        }
        actions[to.ordinal()]++;
        settle(at);
    }

    private void settle(Instant at) {
        InvestigationState now = derive();
        if (now != state) {
            if (pendingSince != null) {
                totalPending = totalPending.plus(Duration.between(pendingSince, at));
            }
            pendingSince = now == InvestigationState.PENDING_APPROVAL ? at : null;
            endedAt = !now.ended() ? null : endedAt == null ? at : endedAt;
            state = now;
        }
        view = null;
    }

    /// An investigation is open until its last action is decided. Rejecting is deciding: it ends as remediated, and the note
    /// says what was rejected. An undo does not open it again but takes back the word "remediated".
    private InvestigationState derive() {
        if (broken != null) {
            return broken;
        }
        if (analysed == null) {
            return startedAt == null ? InvestigationState.QUEUED : InvestigationState.RUNNING;
        }
        if (count(ActionState.PENDING) > 0) {
            return InvestigationState.PENDING_APPROVAL;
        }
        if (underWay() > 0) {
            return InvestigationState.RUNNING;
        }
        if (count(ActionState.EXPIRED) > 0) {
            return InvestigationState.TERMINATED_BY_SYSTEM;
        }
        InvestigationState outcome = analysed.state();
        if (outcome == InvestigationState.FAILED || outcome == InvestigationState.PARTIALLY_INVESTIGATED) {
            return outcome;
        }
        if (leansOnOthers()) {
            // Threats for which there is no action are never called remediated.
            boolean undealt = outcome == InvestigationState.SUCCESSFULLY_REMEDIATED && threatsLeft;
            return undealt ? InvestigationState.PARTIALLY_INVESTIGATED : outcome;
        }
        int undone = count(ActionState.UNDOING) + count(ActionState.UNDONE) + count(ActionState.SKIPPED);
        if (undone + count(ActionState.FAILED) + count(ActionState.TIMED_OUT) == 0) {
            return InvestigationState.SUCCESSFULLY_REMEDIATED;
        }
        boolean onlyFailures = undone + count(ActionState.COMPLETED) + rejected() == 0;
        return onlyFailures ? InvestigationState.FAILED : InvestigationState.PARTIALLY_REMEDIATED;
    }

    private int count(ActionState... which) {
        int sum = 0;
        for (ActionState one : which) {
            sum += actions[one.ordinal()];
        }
        return sum;
    }

    private int underWay() {
        return count(ActionState.APPROVED, ActionState.QUEUED, ActionState.RUNNING, ActionState.VERIFYING);
    }

    /// A person's no, before or after the approval.
    private int rejected() {
        return count(ActionState.DECLINED, ActionState.CANCELLED);
    }

    private String note() {
        if (broken != null) {
            return brokenReason;
        }
        var parts = new ArrayList<String>();
        if (analysed != null && !analysed.note().isEmpty()) {
            parts.add(analysed.note());
        }
        var counts = new ArrayList<String>();
        for (ActionState one : ActionState.values()) {
            if (actions[one.ordinal()] > 0) {
                counts.add(actions[one.ordinal()] + " " + one.label().toLowerCase(java.util.Locale.ROOT));
            }
        }
        if (leansOnOthers() && threatsLeft) {
            parts.add("Threats were found that no action of this investigation remedies.");
        }
        if (!counts.isEmpty()) {
            parts.add("Actions: " + String.join(", ", counts) + ".");
        }
        return String.join(" ", parts);
    }

    Investigation view() {
        Investigation known = view;
        if (known == null) {
            known =
                    new Investigation(
                            queued.investigationId(),
                            incidentId,
                            queued.trigger(),
                            queued.title(),
                            queued.playbookId(),
                            startedBy,
                            state,
                            note(),
                            List.copyOf(alertIds),
                            steps.list(),
                            queued.stepCount(),
                            found.scope(),
                            queuedAt,
                            startedAt,
                            analysedAt,
                            endedAt,
                            pendingSince,
                            totalPending);
            view = known;
        }
        return known;
    }

    String incidentId() {
        return incidentId;
    }

    void moveTo(String otherIncident) {
        incidentId = otherIncident;
        view = null;
    }

    InvestigationState state() {
        return state;
    }

    /// Every threat that was found is dealt with, or none was found: its alerts need nobody any more.
    boolean settled() {
        return state == InvestigationState.BENIGN
                || (state == InvestigationState.SUCCESSFULLY_REMEDIATED && rejected() == 0);
    }

    Collection<String> alertIds() {
        return alertIds;
    }

    Found found() {
        return found;
    }

    /// Whether it ever came upon a file with a sensitivity label.
    boolean sensitive() {
        return sensitive;
    }
}
