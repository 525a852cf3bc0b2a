package dupin.ui.fx;

import dupin.model.LinkReason;
import dupin.model.row.AlertField;
import dupin.model.row.AlertRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The columns of alerts, those of one incident and those of the whole case. FX thread.
public final class AlertColumns {
    /// Those that are hidden until somebody chooses them.
    private static final Set<String> HIDDEN =
            Set.of(
                    "tags",
                    "classification",
                    "determination",
                    "assigned",
                    "note",
                    "policy",
                    "incident",
                    "incidentId",
                    "first",
                    "id");

    /// Those that the list of all alerts hides at first: there the incident says more.
    private static final Set<String> HIDDEN_IN_ALL =
            Set.of("linkedBy", "first", "service", "users", "determination", "note", "policy", "incidentId", "id");

    private AlertColumns() {}

    /// For the alerts of one incident.
    public static List<DataColumn<AlertRow, ?>> ofIncident() {
        return hide(all(), HIDDEN);
    }

    /// For the alerts of all incidents.
    public static List<DataColumn<AlertRow, ?>> ofCase() {
        List<DataColumn<AlertRow, ?>> columns = hide(all(), HIDDEN_IN_ALL);
        columns.forEach(column -> column.setSortable(field(column.getId()).isPresent()));
        return columns;
    }

    private static List<DataColumn<AlertRow, ?>> hide(List<DataColumn<AlertRow, ?>> columns, Set<String> hidden) {
        columns.forEach(column -> column.setVisible(!hidden.contains(column.getId())));
        return Columns.filters(
                columns,
                "severity",
                "status",
                "linkedBy",
                "category",
                "assets",
                "state",
                "last",
                "service",
                "detection",
                "tags",
                "policy",
                "classification",
                "assigned");
    }

    /// What the store sorts by when the column of this id is clicked on.
    public static Optional<AlertField> field(String column) {
        return Optional.ofNullable(
                switch (column) {
                    case "title" -> AlertField.TITLE;
                    case "severity" -> AlertField.SEVERITY;
                    case "status" -> AlertField.STATUS;
                    case "linkedBy" -> AlertField.LINKED_BY;
                    case "category" -> AlertField.CATEGORY;
                    case "assets" -> AlertField.ASSETS;
                    case "state" -> AlertField.STATE;
                    case "first" -> AlertField.FIRST_ACTIVITY;
                    case "last" -> AlertField.LAST_ACTIVITY;
                    case "users" -> AlertField.USERS;
                    case "service" -> AlertField.SERVICE_SOURCE;
                    case "detection" -> AlertField.DETECTION_SOURCE;
                    case "tags" -> AlertField.TAGS;
                    case "policy" -> AlertField.POLICY;
                    case "classification" -> AlertField.CLASSIFICATION;
                    case "determination" -> AlertField.DETERMINATION;
                    case "assigned" -> AlertField.ASSIGNED_TO;
                    case "incident" -> AlertField.INCIDENT;
                    case "incidentId" -> AlertField.INCIDENT_ID;
                    case "id" -> AlertField.ID;
                    default -> null;
                });
    }

    private static List<DataColumn<AlertRow, ?>> all() {
        return List.of(
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
                Columns.<AlertRow>text(
                                "linkedBy", Messages.text("investigation.column.linkedBy"), 130, AlertColumns::linkedBy)
                        .saying(row -> row.linkedBy().stream().map(LinkReason::rule).distinct().toList()),
                Columns.text(
                        "category",
                        Messages.text("investigation.column.category"),
                        150,
                        r -> CamelCase.sentence(r.alert().category())),
                Columns.text(
                        "incident", Messages.text("investigation.column.incidentName"), 240, AlertRow::incidentName),
                Columns.list(
                        "assets", Messages.text("investigation.column.impactedAssets"), 160, r -> r.impactedAssets()),
                Columns.badge(
                        "state",
                        Messages.text("investigation.column.state"),
                        160,
                        AlertRow::investigationState,
                        Face::of),
                Columns.time("first", Messages.text("investigation.column.firstActivity"), r -> r.alert().time()),
                Columns.time("last", Messages.text("investigation.column.lastActivity"), AlertRow::lastActivity),
                Columns.list("users", Messages.text("investigation.column.user"), 160, r -> r.users()),
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
                Columns.text("policy", Messages.text("investigation.column.policy"), 200, r -> r.alert().policy()),
                Columns.list("tags", Messages.text("investigation.column.tags"), 140, r -> r.alert().tags()),
                Columns.text(
                        "classification",
                        Messages.text("investigation.column.classification"),
                        130,
                        r -> CamelCase.sentence(r.classification())),
                Columns.text(
                        "determination",
                        Messages.text("investigation.column.determination"),
                        120,
                        r -> CamelCase.sentence(r.determination())),
                Columns.text("assigned", Messages.text("investigation.column.assignedTo"), 130, AlertRow::assignedTo),
                Columns.text("note", Messages.text("investigation.column.stateNote"), 240, AlertRow::investigationNote),
                Columns.mono("incidentId", Messages.text("investigation.column.incidentId"), 120, AlertRow::incidentId),
                Columns.mono("id", Messages.text("investigation.column.alertId"), 200, r -> r.alert().id()));
    }

    private static String linkedBy(AlertRow row) {
        List<LinkReason> links = row.linkedBy();
        return switch (links.size()) {
            case 0 -> "";
            case 1 -> links.getFirst().rule();
            default -> Messages.text("investigation.reasons", links.size());
        };
    }
}
