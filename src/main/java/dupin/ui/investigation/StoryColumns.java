package dupin.ui.investigation;

import dupin.model.Technique;
import dupin.model.row.KeyFinding;
import dupin.model.row.LogLine;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns of the tabs Key findings and Log. FX thread.
public final class StoryColumns {
    private StoryColumns() {}

    static List<DataColumn<KeyFinding, ?>> findings() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.badge(
                                        "verdict",
                                        Messages.text("investigation.column.verdict"),
                                        150,
                                        KeyFinding::verdict,
                                        Face::of),
                                Columns.text(
                                        "entity",
                                        Messages.text("investigation.column.entity"),
                                        180,
                                        r -> r.entity().label()),
                                Columns.text(
                                        "finding",
                                        Messages.text("investigation.column.finding"),
                                        380,
                                        r -> r.finding().text()),
                                Columns.number(
                                        "weight",
                                        Messages.text("investigation.column.weight"),
                                        70,
                                        r -> r.finding().weight()),
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
                                        r -> String.join(", ", r.actions())))),
                "verdict",
                "kind",
                "analyzer",
                "technique",
                "remediation");
    }

    public static List<DataColumn<LogLine, ?>> log() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.number("id", Messages.text("investigation.column.id"), 60, LogLine::id),
                                Columns.time(
                                        "start",
                                        Messages.text("investigation.column.executionStart"),
                                        r -> r.executionStart() == null ? r.timeCreated() : r.executionStart()),
                                Columns.text(
                                        "action", Messages.text("investigation.column.action"), 180, LogLine::action),
                                Columns.text(
                                        "status", Messages.text("investigation.column.status"), 130, LogLine::status),
                                Columns.text(
                                        "description",
                                        Messages.text("investigation.column.description"),
                                        320,
                                        LogLine::description),
                                Columns.text(
                                        "device",
                                        Messages.text("investigation.column.device"),
                                        120,
                                        LogLine::deviceName),
                                Columns.text("actor", Messages.text("investigation.column.actor"), 110, LogLine::actor),
                                Columns.text(
                                        "duration",
                                        Messages.text("investigation.column.duration"),
                                        90,
                                        r -> span(r.duration())),
                                Columns.text(
                                        "type",
                                        Messages.text("investigation.column.actionType"),
                                        110,
                                        LogLine::actionType),
                                Columns.text(
                                        "comments",
                                        Messages.text("investigation.column.comments"),
                                        180,
                                        LogLine::comments),
                                Columns.time(
                                        "created",
                                        Messages.text("investigation.column.timeCreated"),
                                        LogLine::timeCreated),
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
                        "queued"),
                "start",
                "action",
                "status",
                "device",
                "actor",
                "type");
    }

    static String technique(Technique technique) {
        return (technique.id() + " " + technique.name()).strip();
    }

    static String span(@Nullable Duration duration) {
        return duration == null ? "" : Times.duration(duration);
    }
}
