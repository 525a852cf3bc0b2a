package dupin.ui.investigation;

import dupin.model.row.ActivityRow;
import dupin.model.row.LogLine;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// Columns of the Activity tab. FX thread.
public final class ActivityColumns {
    private ActivityColumns() {}

    public static List<DataColumn<ActivityRow, ?>> all() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.time("time", Messages.text("investigation.activity.time"), ActivityRow::at),
                                Columns.text(
                                        "actor",
                                        Messages.text("investigation.activity.actor"),
                                        120,
                                        ActivityRow::actor),
                                Columns.text(
                                        "kind",
                                        Messages.text("investigation.activity.kind"),
                                        130,
                                        row -> row.kind().label()),
                                Columns.text(
                                        "activity",
                                        Messages.text("investigation.activity.what"),
                                        260,
                                        ActivityColumns::what),
                                Columns.text(
                                        "before",
                                        Messages.text("investigation.activity.before"),
                                        130,
                                        row -> said(row, row.before())),
                                Columns.text(
                                        "after",
                                        Messages.text("investigation.activity.after"),
                                        130,
                                        row -> said(row, row.after())),
                                Columns.text(
                                        "origin",
                                        Messages.text("investigation.activity.origin"),
                                        100,
                                        ActivityColumns::origin),
                                Columns.text(
                                        "status",
                                        Messages.text("investigation.activity.status"),
                                        120,
                                        ActivityRow::status),
                                Columns.text(
                                        "note", Messages.text("investigation.activity.note"), 220, ActivityRow::note),
                                Columns.text(
                                        "details",
                                        Messages.text("investigation.activity.details"),
                                        240,
                                        ActivityRow::details),
                                Columns.text(
                                        "device",
                                        Messages.text("investigation.activity.device"),
                                        120,
                                        ActivityRow::device),
                                Columns.number(
                                        "entry", Messages.text("investigation.activity.entry"), 90, ActivityRow::seq)),
                        "origin",
                        "details",
                        "device",
                        "entry"),
                "time",
                "kind",
                "actor",
                "origin",
                "status",
                "device");
    }

    private static String origin(ActivityRow row) {
        return row.automatic()
                ? Messages.text("investigation.activity.automation")
                : Messages.text("investigation.activity.person");
    }

    private static String what(ActivityRow row) {
        String what = changed(row);
        return row.field().isEmpty() || row.details().isEmpty() ? what : what + " · " + row.details();
    }

    /// What an alert's line changed, each field with its old and new value.
    static String changes(LogLine line) {
        return ActivityRow.of(List.of(line)).stream()
                .map(row ->
                        changed(row) + ": " + orNone(said(row, row.before())) + " → " + orNone(said(row, row.after())))
                .collect(Collectors.joining("\n"));
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static String changed(ActivityRow row) {
        return switch (row.field()) {
            case "" -> row.activity();
            case "name" -> Messages.text("investigation.activity.name");
            case "severity" -> Messages.text("investigation.activity.severity");
            case "status" -> Messages.text("investigation.activity.statusChanged");
            case "assignedTo" -> Messages.text("investigation.activity.assigned");
            case "classification" -> Messages.text("investigation.activity.classification");
            case "determination" -> Messages.text("investigation.activity.determination");
            case "tags" -> Messages.text("investigation.activity.tags");
            default -> row.activity() + ": " + row.field();
        };
    }

    /// Words of a fixed list as people write them; names and tags as they were typed.
    private static String said(ActivityRow row, String value) {
        return row.kind() == ActivityRow.Kind.CLASSIFICATION ? CamelCase.sentence(value) : value;
    }
}
