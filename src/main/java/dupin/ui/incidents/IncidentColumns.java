package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of the incident list. Their ids are what the store sorts by. FX thread.
public final class IncidentColumns {
    /// Shown until somebody chooses others.
    static final Set<String> USUAL =
            Set.of(
                    "SEVERITY",
                    "NAME",
                    "STATUS",
                    "VERDICT",
                    "INVESTIGATION_STATE",
                    "ACTIVE_ALERTS",
                    "ASSETS",
                    "LAST_ACTIVITY",
                    "TAGS",
                    "ASSIGNED_TO",
                    "ID");

    private IncidentColumns() {}

    public static List<DataColumn<Incident, ?>> all() {
        return List.of(
                Columns.badge("SEVERITY", Messages.text("incidents.severity"), 128, Incident::severity, Face::of),
                Columns.text("NAME", Messages.text("incidents.name"), 320, Incident::name),
                Columns.text("STATUS", Messages.text("incidents.status"), 96, i -> i.status().label()),
                Columns.badge("VERDICT", Messages.text("incidents.verdict"), 140, Incident::verdict, Face::of),
                Columns.badge(
                        "INVESTIGATION_STATE",
                        Messages.text("incidents.state"),
                        176,
                        Incident::investigationState,
                        Face::of),
                Columns.text("CATEGORIES", Messages.text("incidents.category"), 150, i -> words(i.categories())),
                Columns.text("ACTIVE_ALERTS", Messages.text("incidents.activeAlerts"), 90, IncidentWords::alerts),
                Columns.text("ASSETS", Messages.text("incidents.assets"), 170, IncidentWords::assets),
                Columns.number(
                        "PENDING_ACTIONS", Messages.text("incidents.pendingActions"), 110, Incident::pendingActions),
                Columns.text(
                        "SERVICE_SOURCES",
                        Messages.text("incidents.serviceSource"),
                        170,
                        i -> words(i.serviceSources())),
                Columns.text(
                        "DETECTION_SOURCES",
                        Messages.text("incidents.detectionSource"),
                        150,
                        i -> names(i.detectionSources())),
                Columns.time("FIRST_ACTIVITY", Messages.text("incidents.firstActivity"), Incident::firstActivity),
                Columns.time("LAST_ACTIVITY", Messages.text("incidents.lastActivity"), Incident::lastActivity),
                Columns.time("LAST_UPDATE", Messages.text("incidents.lastUpdate"), Incident::lastUpdate),
                Columns.list("TAGS", Messages.text("incidents.tags"), 120, Incident::tags),
                Columns.list(
                        "DEVICE_GROUPS", Messages.text("incidents.deviceGroups"), 150, i -> i.facets().deviceGroups()),
                Columns.list("PLATFORMS", Messages.text("incidents.platforms"), 120, i -> i.facets().platforms()),
                Columns.list("THREATS", Messages.text("incidents.threats"), 150, i -> i.facets().threats()),
                Columns.list("POLICIES", Messages.text("incidents.policies"), 200, i -> i.facets().policies()),
                Columns.list(
                        "DATA_SENSITIVITY",
                        Messages.text("incidents.dataSensitivity"),
                        150,
                        i -> i.facets().dataSensitivity()),
                Columns.list(
                        "SUBSCRIPTIONS",
                        Messages.text("incidents.subscriptions"),
                        200,
                        i -> i.facets().subscriptions()),
                Columns.text("ASSIGNED_TO", Messages.text("incidents.assigned"), 120, Incident::assignedTo),
                Columns.text(
                        "CLASSIFICATION",
                        Messages.text("incidents.classification"),
                        150,
                        i -> CamelCase.sentence(i.classification())),
                unsorted(
                        Columns.text(
                                "determination",
                                Messages.text("incidents.determination"),
                                150,
                                i -> CamelCase.sentence(i.determination()))),
                Columns.mono("ID", Messages.text("incidents.id"), 120, Incident::id));
    }

    private static String words(List<String> values) {
        return values.stream().map(CamelCase::sentence).collect(Collectors.joining(", "));
    }

    private static String names(List<String> sources) {
        return sources.stream().map(CamelCase::name).collect(Collectors.joining(", "));
    }

    private static <V> DataColumn<Incident, V> unsorted(DataColumn<Incident, V> column) {
        column.setSortable(false);
        return column;
    }
}
