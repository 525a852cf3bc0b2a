package dupin.engine;

import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.row.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts an entry into words for the Log tab. Findings and verdicts have tabs of their own; their step is the log's line.
final class LogLines {
    private final JournalEntry at;

    private LogLines(JournalEntry at) {
        this.at = at;
    }

    /// Empty for entries that are no news to an incident's reader.
    ///
    /// @param action the action that the entry is about, as it stands after it
    static Optional<LogLine> of(JournalEntry entry, CaseState state, @Nullable RemediationAction action) {
        var lines = new LogLines(entry);
        return Optional.ofNullable(action != null ? lines.onAction(action) : lines.other(state));
    }

    static LogLine ofCase(JournalEntry entry, Entry.PolicyChanged it) {
        return new LogLines(entry)
                .line(
                        "Policy",
                        "Policy changed to version " + it.policy().version(),
                        "Completed",
                        changes(it.changes()),
                        it.comment());
    }

    static LogLine ofCase(JournalEntry entry, Entry.ResponderArmed it) {
        return new LogLines(entry).line("Policy", "Responder armed: " + it.responder(), "Completed", "", it.comment());
    }

    static LogLine ofAlert(JournalEntry entry, Entry.AlertManaged it, CaseState state) {
        return new LogLines(entry).managed("Alert", "Alert managed: " + title(state, it.alertId()), it.changes(), "");
    }

    static LogLine ofAlert(JournalEntry entry, Entry.AlertTuned it, CaseState state) {
        return new LogLines(entry)
                .managed(
                        "Alert",
                        "Alert " + it.effect().done() + " by a tuning rule: " + title(state, it.alertId()),
                        it.changes(),
                        "Tuning rule \"" + it.rule() + "\"." + (it.comment().isEmpty() ? "" : " " + it.comment()));
    }

    /// @param along investigations that go with it
    static LogLine ofAlert(JournalEntry entry, Entry.AlertMoved it, List<String> along, CaseState state) {
        return new LogLines(entry)
                .line(
                        "Alert",
                        "Alert linked to another incident",
                        "Completed",
                        title(state, it.alertId())
                                + ": from incident "
                                + it.fromIncidentId()
                                + " into "
                                + it.intoIncidentId()
                                + (along.isEmpty() ? "." : ", with " + String.join(", ", along) + "."),
                        it.reason());
    }

    private static String changes(List<Entry.Change> changes) {
        return changes.stream()
                .map(c -> c.field() + ": " + c.before() + " → " + c.after())
                .collect(Collectors.joining("; "));
    }

    private @Nullable LogLine other(CaseState state) {
        return switch (at.entry()) {
            case Entry.IncidentReceived it ->
                    line("Alert", "Incident received", "Completed", it.incident().displayName(), "");
            case Entry.IncidentOpened it -> line("Alert", "Incident opened", "Completed", it.name(), "");
            case Entry.IncidentMerged it ->
                    line(
                            "Merge",
                            "Incidents merged",
                            "Redirected",
                            "Incident " + it.incidentId() + " went into " + it.intoIncidentId() + ".",
                            it.reason());
            case Entry.IncidentUnmerged it ->
                    line(
                            "Merge",
                            "Incidents unmerged",
                            "Completed",
                            "Incident " + it.incidentId() + " came out of " + it.fromIncidentId() + " again.",
                            it.reason());
            case Entry.AlertLinked it ->
                    line(
                            "Alert",
                            "Alert linked",
                            "Completed",
                            title(state, it.alertId()),
                            it.reasons().stream().map(LinkReason::text).collect(Collectors.joining(" ")));
            case Entry.AlertTuned it -> ofAlert(at, it, state);
            case Entry.AlertJoined it ->
                    line("Alert", "Alert joined the investigation", "Completed", title(state, it.alertId()), "");
            case Entry.InvestigationDeclined it ->
                    line(
                            "Investigation",
                            "No investigation",
                            it.state().label(),
                            title(state, it.alertId()),
                            it.reason());
            case Entry.InvestigationQueued it ->
                    line("Investigation", "Investigation queued", "Queued", it.title(), "");
            case Entry.InvestigationStarted _ -> line("Investigation", "Investigation started", "Running", "", "");
            case Entry.InvestigationRenewed it ->
                    line("Investigation", "Investigation renewed", "Running", it.reason(), "");
            case Entry.InvestigationAnalysed it ->
                    line("Investigation", "Analysis finished", it.state().label(), it.note(), "");
            case Entry.InvestigationCancelled it ->
                    line("Investigation", "Investigation cancelled", "Terminated by user", "", it.reason());
            case Entry.InvestigationFailed it ->
                    line("Investigation", "Investigation failed", "Failed", it.reason(), "");
            case Entry.ScopeExpanded it -> line("Scope", it.expansion().rule(), "Completed", it.expansion().text(), "");
            case Entry.ActionsSpared it ->
                    line("Remediation", "No action needed", "Completed", SparedWords.counts(it.spared()), "");
            case Entry.StepFinished it ->
                    new LogLine(
                            at.seq(),
                            "Analysis",
                            it.step().action(),
                            it.step().status().label(),
                            it.step().device(),
                            it.step().description(),
                            "",
                            at.actor(),
                            at.at(),
                            it.step().startedDateTime(),
                            between(it.step().startedDateTime(), it.step().endedDateTime()),
                            null,
                            null);
            case Entry.IncidentManaged it -> managed("Incident", "Incident changed", it.changes(), "");
            case Entry.AlertManaged it -> ofAlert(at, it, state);
            case Entry.AlertMoved it -> state.alertLog(it.alertId()).getLast();
            case Entry.VerdictOverridden it ->
                    line(
                            "Verdict",
                            "Verdict overridden: " + it.verdict().label(),
                            "Completed",
                            it.entity().label(),
                            it.reason());
            case Entry.OverrideWithdrawn it ->
                    line("Verdict", "Override withdrawn", "Completed", it.entity().value(), it.reason());
            case Entry.CommentAdded it -> line("Comment", "Comment", "Completed", it.subject(), it.text());
            default -> null;
        };
    }

    private LogLine onAction(RemediationAction action) {
        String what = action.type().label() + ": " + action.subject();
        return switch (at.entry()) {
            case Entry.ActionProposed _ -> decision(action, "Action proposed: " + what, action.policyReason());
            case Entry.ActionApproved it -> decision(action, "Approved: " + what, it.comment());
            case Entry.ActionEndorsed it -> decision(action, "Approved by one of several: " + what, it.comment());
            case Entry.ActionRejected it -> decision(action, "Rejected: " + what, it.comment());
            case Entry.ApprovalVoided it -> decision(action, "Approval void: " + what, it.reason());
            case Entry.ActionExpired _ -> decision(action, "Expired: " + what, "");
            case Entry.CommentAdded it -> line("Comment", "Comment on " + what, "Completed", "", it.text());
            case Entry.ActionSkipped it -> remedy(action, "Skipped: " + what, it.reason());
            case Entry.ActionQueued it -> remedy(action, "Queued: " + what, it.responder());
            case Entry.ActionCancelled it -> decision(action, "Cancelled: " + what, it.comment());
            case Entry.ActionTimedOut _ -> remedy(action, "Timed out: " + what, "");
            case Entry.UndoStarted it -> remedy(action, "Undo: " + what, it.comment());
            default -> remedy(action, what, "");
        };
    }

    private LogLine decision(RemediationAction action, String name, String comments) {
        Duration pending =
                action.decidedDateTime() == null ? null : between(action.proposedDateTime(), action.decidedDateTime());
        return new LogLine(
                at.seq(),
                "Decision",
                name,
                action.state().label(),
                device(action),
                action.reason(),
                comments,
                at.actor(),
                at.at(),
                null,
                null,
                pending,
                null);
    }

    private LogLine remedy(RemediationAction action, String name, String comments) {
        return new LogLine(
                at.seq(),
                "Remediation",
                name,
                action.state().label(),
                device(action),
                action.statusDetails(),
                comments,
                at.actor(),
                at.at(),
                action.startedDateTime(),
                between(action.startedDateTime(), action.endedDateTime()),
                null,
                between(action.decidedDateTime(), action.startedDateTime()));
    }

    private static String device(RemediationAction action) {
        return action.device() != null
                ? action.device().value()
                : action.target() instanceof Entity.Device device ? device.label() : "";
    }

    private LogLine managed(String type, String action, List<Entry.Change> changes, String comments) {
        return new LogLine(
                at.seq(),
                type,
                action,
                "Completed",
                "",
                changes(changes),
                comments,
                at.actor(),
                at.at(),
                null,
                null,
                null,
                null,
                changes);
    }

    private LogLine line(String type, String action, String status, String description, String comments) {
        return new LogLine(
                at.seq(), type, action, status, "", description, comments, at.actor(), at.at(), null, null, null, null);
    }

    private static String title(CaseState state, String alertId) {
        return state.alert(alertId).map(a -> a.title()).orElse(alertId);
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
