package dupin.ui.investigation;

import dupin.model.LinkReason;
import dupin.model.Technique;
import dupin.model.row.AlertRow;
import dupin.model.row.KeyFinding;
import dupin.model.row.LogLine;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns of the tabs Alerts, Key findings and Log. FX thread.
final class StoryColumns {
    private StoryColumns() {}

    static List<DataColumn<AlertRow, ?>> alerts() {
        return Shown.first(
                List.of(
                        Columns.text("title", Messages.text("investigation.column.alert"), 280, r -> r.alert().title()),
                        Columns.badge(
                                "severity",
                                Messages.text("investigation.column.severity"),
                                122,
                                r -> r.alert().severity(),
                                Face::of),
                        Columns.text(
                                "status",
                                Messages.text("investigation.column.status"),
                                96,
                                r -> CamelCase.sentence(r.status())),
                        Columns.text(
                                "linkedBy",
                                Messages.text("investigation.column.linkedBy"),
                                130,
                                StoryColumns::linkedBy),
                        Columns.text(
                                "category",
                                Messages.text("investigation.column.category"),
                                150,
                                r -> CamelCase.sentence(r.alert().category())),
                        Columns.text(
                                "assets",
                                Messages.text("investigation.column.impactedAssets"),
                                160,
                                r -> String.join(", ", r.impactedAssets())),
                        Columns.badge(
                                "state",
                                Messages.text("investigation.column.state"),
                                160,
                                AlertRow::investigationState,
                                Face::of),
                        Columns.time(
                                "last",
                                Messages.text("investigation.column.lastActivity"),
                                r -> r.alert().lastActivityDateTime()),
                        Columns.text(
                                "users",
                                Messages.text("investigation.column.user"),
                                160,
                                r -> String.join(", ", r.users())),
                        Columns.text(
                                "service",
                                Messages.text("investigation.column.serviceSource"),
                                200,
                                r -> CamelCase.name(r.alert().serviceSource())),
                        Columns.text(
                                "detection",
                                Messages.text("investigation.column.detectionSource"),
                                120,
                                r -> CamelCase.name(r.alert().detectionSource())),
                        Columns.text(
                                "tags",
                                Messages.text("investigation.column.tags"),
                                140,
                                r -> String.join(", ", r.alert().tags())),
                        Columns.text(
                                "classification",
                                Messages.text("investigation.column.classification"),
                                130,
                                r -> CamelCase.sentence(r.alert().classification())),
                        Columns.text(
                                "determination",
                                Messages.text("investigation.column.determination"),
                                120,
                                r -> CamelCase.sentence(r.alert().determination())),
                        Columns.text(
                                "assigned",
                                Messages.text("investigation.column.assignedTo"),
                                130,
                                r -> r.alert().assignedTo()),
                        Columns.text(
                                "note",
                                Messages.text("investigation.column.stateNote"),
                                240,
                                AlertRow::investigationNote),
                        Columns.text(
                                "incident",
                                Messages.text("investigation.column.incidentName"),
                                240,
                                AlertRow::incidentName),
                        Columns.mono(
                                "incidentId",
                                Messages.text("investigation.column.incidentId"),
                                120,
                                AlertRow::incidentId),
                        Columns.mono("id", Messages.text("investigation.column.alertId"), 200, r -> r.alert().id())),
                "tags",
                "classification",
                "determination",
                "assigned",
                "note",
                "incident",
                "incidentId",
                "id");
    }

    static List<DataColumn<KeyFinding, ?>> findings() {
        return Shown.first(
                List.of(
                        Columns.badge(
                                "verdict",
                                Messages.text("investigation.column.verdict"),
                                150,
                                KeyFinding::verdict,
                                Face::of),
                        Columns.text(
                                "entity", Messages.text("investigation.column.entity"), 180, r -> r.entity().label()),
                        Columns.text(
                                "finding", Messages.text("investigation.column.finding"), 380, r -> r.finding().text()),
                        Columns.number(
                                "weight", Messages.text("investigation.column.weight"), 70, r -> r.finding().weight()),
                        Columns.badge(
                                "remediation",
                                Messages.text("investigation.column.remediation"),
                                150,
                                KeyFinding::remediation,
                                Face::of),
                        Columns.text(
                                "technique",
                                Messages.text("investigation.column.technique"),
                                170,
                                r -> technique(r.finding().technique())),
                        Columns.text(
                                "analyzer",
                                Messages.text("investigation.column.analyzer"),
                                130,
                                r -> r.finding().analyzer()),
                        Columns.text(
                                "kind",
                                Messages.text("investigation.column.entityType"),
                                110,
                                r -> r.entity().kind().label()),
                        Columns.text(
                                "actions",
                                Messages.text("investigation.column.actions"),
                                200,
                                r -> String.join(", ", r.actions()))));
    }

    static List<DataColumn<LogLine, ?>> log() {
        return Shown.first(
                List.of(
                        Columns.number("id", Messages.text("investigation.column.id"), 60, LogLine::id),
                        Columns.time(
                                "start",
                                Messages.text("investigation.column.executionStart"),
                                r -> r.executionStart() == null ? r.timeCreated() : r.executionStart()),
                        Columns.text("action", Messages.text("investigation.column.action"), 180, LogLine::action),
                        Columns.text("status", Messages.text("investigation.column.status"), 130, LogLine::status),
                        Columns.text(
                                "description",
                                Messages.text("investigation.column.description"),
                                320,
                                LogLine::description),
                        Columns.text("device", Messages.text("investigation.column.device"), 120, LogLine::deviceName),
                        Columns.text("actor", Messages.text("investigation.column.actor"), 110, LogLine::actor),
                        Columns.text(
                                "duration",
                                Messages.text("investigation.column.duration"),
                                90,
                                r -> span(r.duration())),
                        Columns.text(
                                "type", Messages.text("investigation.column.actionType"), 110, LogLine::actionType),
                        Columns.text(
                                "comments", Messages.text("investigation.column.comments"), 180, LogLine::comments),
                        Columns.time(
                                "created", Messages.text("investigation.column.timeCreated"), LogLine::timeCreated),
                        Columns.text(
                                "pending",
                                Messages.text("investigation.column.pendingDuration"),
                                120,
                                r -> span(r.pendingDuration())),
                        Columns.text(
                                "queued",
                                Messages.text("investigation.column.queuedDuration"),
                                120,
                                r -> span(r.queuedDuration()))),
                "created",
                "pending",
                "queued");
    }

    static String linkedBy(AlertRow row) {
        List<LinkReason> links = row.linkedBy();
        return switch (links.size()) {
            case 0 -> "";
            case 1 -> links.getFirst().rule();
            default -> Messages.text("investigation.reasons", links.size());
        };
    }

    static String technique(Technique technique) {
        return (technique.id() + " " + technique.name()).strip();
    }

    static String span(@Nullable Duration duration) {
        return duration == null ? "" : Times.duration(duration);
    }
}
