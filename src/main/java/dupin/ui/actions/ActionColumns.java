package dupin.ui.actions;

import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// The columns of the action center; all can be chosen, each table hides those that it does not need. FX thread.
public final class ActionColumns {
    /// What nobody needs at first sight, in any table.
    private static final Set<String> RARE =
            Set.of(
                    "proposed",
                    "started",
                    "ended",
                    "filePath",
                    "fileHash",
                    "process",
                    "service",
                    "driver",
                    "devices",
                    "emails",
                    "threat",
                    "subject",
                    "submittedBy",
                    "responder");

    private ActionColumns() {}

    /// @param hidden ids of columns that are not shown at first
    public static List<DataColumn<RemediationAction, ?>> all(InstantSource clock, Set<String> hidden) {
        List<DataColumn<RemediationAction, ?>> columns =
                List.of(
                        Columns.time("updated", Messages.text("actions.column.updated"), ActionColumns::updated),
                        Columns.text("type", Messages.text("actions.column.type"), 170, a -> a.type().label()),
                        Columns.mono("details", Messages.text("actions.column.details"), 300, ActionWords::target),
                        Columns.badge(
                                "verdict",
                                Messages.text("actions.column.verdict"),
                                132,
                                RemediationAction::verdict,
                                Face::of),
                        Columns.badge(
                                "status",
                                Messages.text("actions.column.status"),
                                140,
                                RemediationAction::state,
                                Face::of),
                        Columns.countdown(
                                "expires", Messages.text("actions.column.left"), clock, ActionColumns::expires),
                        Columns.text("asset", Messages.text("actions.column.asset"), 130, ActionWords::asset),
                        Columns.text(
                                "entityType",
                                Messages.text("actions.column.entityType"),
                                110,
                                a -> a.target().kind().label()),
                        Columns.<RemediationAction>text(
                                        "decision",
                                        Messages.text("actions.column.decision"),
                                        100,
                                        RemediationAction::decision)
                                .saying(ActionColumns::decided),
                        Columns.text(
                                "decidedBy",
                                Messages.text("actions.column.decidedBy"),
                                120,
                                RemediationAction::decidedBy),
                        Columns.text("waited", Messages.text("actions.column.waited"), 100, ActionColumns::waited),
                        Columns.text(
                                "why", Messages.text("actions.column.policy"), 400, RemediationAction::policyReason),
                        Columns.text(
                                "outcome",
                                Messages.text("actions.column.outcome"),
                                240,
                                RemediationAction::statusDetails),
                        Columns.text("undo", Messages.text("actions.card.undo"), 200, ActionColumns::undo),
                        Columns.text("source", Messages.text("actions.column.source"), 180, RemediationAction::source),
                        Columns.text(
                                "incident",
                                Messages.text("actions.column.incident"),
                                110,
                                RemediationAction::incidentId),
                        Columns.text(
                                "investigation",
                                Messages.text("actions.column.investigation"),
                                150,
                                RemediationAction::investigationId),
                        Columns.text(
                                "approvalId", Messages.text("actions.column.approvalId"), 200, RemediationAction::id),
                        Columns.text(
                                "comment", Messages.text("actions.column.comment"), 200, RemediationAction::comment),
                        Columns.time(
                                "proposed",
                                Messages.text("actions.column.created"),
                                RemediationAction::proposedDateTime),
                        Columns.time(
                                "started",
                                Messages.text("actions.column.startTime"),
                                RemediationAction::startedDateTime),
                        Columns.time(
                                "ended", Messages.text("actions.column.endTime"), RemediationAction::endedDateTime),
                        Columns.text(
                                "filePath", Messages.text("actions.column.filePath"), 240, ActionColumns::filePath),
                        Columns.mono(
                                "fileHash", Messages.text("actions.column.fileHash"), 240, ActionColumns::fileHash),
                        Columns.text(
                                "process",
                                Messages.text("actions.column.process"),
                                180,
                                a -> a.target() instanceof Entity.Process p ? p.label() : ""),
                        Columns.text(
                                "service",
                                Messages.text("actions.column.service"),
                                140,
                                a -> a.target() instanceof Entity.Service s ? s.serviceName() : ""),
                        Columns.text(
                                "driver",
                                Messages.text("actions.column.driver"),
                                140,
                                a -> a.target() instanceof Entity.Driver d ? d.driverName() : ""),
                        Columns.number(
                                "devices",
                                Messages.text("actions.column.devices"),
                                110,
                                a -> a.blastRadius().devices()),
                        Columns.text(
                                "submittedBy",
                                Messages.text("actions.column.submittedBy"),
                                120,
                                RemediationAction::requestedBy),
                        Columns.text(
                                "responder",
                                Messages.text("actions.column.responder"),
                                140,
                                RemediationAction::responder),
                        Columns.number(
                                "emails",
                                Messages.text("actions.column.emailCount"),
                                90,
                                a -> a.target() instanceof Entity.MailCluster c ? c.emailCount() : 0),
                        Columns.text("threat", Messages.text("actions.column.threat"), 150, ActionColumns::threat),
                        Columns.text("subject", Messages.text("actions.column.subject"), 200, ActionColumns::subject));
        for (TableColumn<RemediationAction, ?> column : columns) {
            column.setVisible(!hidden.contains(column.getId()) && !RARE.contains(column.getId()));
        }
        return Columns.filters(
                columns,
                "updated",
                "type",
                "status",
                "decision",
                "source",
                "verdict",
                "asset",
                "entityType",
                "decidedBy",
                "threat");
    }

    /// When anything last happened to it.
    static @Nullable Instant updated(RemediationAction action) {
        return action.endedDateTime() != null
                ? action.endedDateTime()
                : action.startedDateTime() != null
                        ? action.startedDateTime()
                        : action.decidedDateTime() != null ? action.decidedDateTime() : action.proposedDateTime();
    }

    private static @Nullable Instant expires(RemediationAction action) {
        return Verb.APPROVE.fits(action) ? action.expiresDateTime() : null;
    }

    private static String filePath(RemediationAction action) {
        return switch (action.target()) {
            case Entity.File file -> file.fullPath();
            case Entity.Process process -> process.imageFile().fullPath();
            default -> "";
        };
    }

    private static String fileHash(RemediationAction action) {
        return switch (action.target()) {
            case Entity.File file -> hash(file);
            case Entity.Process process -> hash(process.imageFile());
            default -> "";
        };
    }

    private static String hash(Entity.File file) {
        return file.sha1().isEmpty() ? file.sha256() : file.sha1();
    }

    private static String threat(RemediationAction action) {
        return switch (action.target()) {
            case Entity.MailCluster cluster -> cluster.threats();
            case Entity.MailMessage mail -> String.join(", ", mail.threats());
            default -> "";
        };
    }

    private static String subject(RemediationAction action) {
        return action.target() instanceof Entity.MailMessage mail ? mail.subject() : "";
    }

    private static String undo(RemediationAction action) {
        return ActionWords.irreversible(action) ? Messages.text("actions.forGood") : action.undoPlan();
    }

    /// Whoever decided nothing is named so, for nobody looks for nothing.
    private static List<String> decided(RemediationAction action) {
        return List.of(action.decision().isEmpty() ? Messages.text("actions.decision.automatic") : action.decision());
    }

    private static String waited(RemediationAction action) {
        Instant from = action.proposedDateTime();
        Instant to = action.decidedDateTime();
        return from == null || to == null ? "" : Times.duration(Duration.between(from, to));
    }
}
