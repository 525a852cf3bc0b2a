package dupin.service;

import dupin.model.Comment;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.RemediationAction;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.model.row.InvestigationRow;
import dupin.model.row.KeyFinding;
import dupin.model.row.LogLine;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import java.util.List;

/// Everything that the workspace shows of one incident, as of journal position `seq`: one consistent snapshot for the
/// graph and all tabs.
///
/// @param entities all entities in scope; those with `fromAlert` make the Evidence tab
/// @param actions newest first; open ones are *Pending actions*, the rest *Pending actions history*
public record IncidentDetails(
        long seq,
        Incident incident,
        List<InvestigationRow> runs,
        List<AlertRow> alerts,
        List<DeviceRow> devices,
        List<UserRow> users,
        List<MailboxRow> mailboxes,
        List<KeyFinding> keyFindings,
        List<EntityRow> entities,
        List<EntitySummary> summary,
        List<LogLine> log,
        List<RemediationAction> actions,
        List<Comment> comments,
        InvestigationGraph graph) {
    public IncidentDetails {
        runs = List.copyOf(runs);
        alerts = List.copyOf(alerts);
        devices = List.copyOf(devices);
        users = List.copyOf(users);
        mailboxes = List.copyOf(mailboxes);
        keyFindings = List.copyOf(keyFindings);
        entities = List.copyOf(entities);
        summary = List.copyOf(summary);
        log = List.copyOf(log);
        actions = List.copyOf(actions);
        comments = List.copyOf(comments);
    }

    public List<Investigation> investigations() {
        return runs.stream().map(InvestigationRow::run).toList();
    }
}
