package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Json;
import dupin.intake.JsonHead;
import dupin.intake.JsonRecord;
import dupin.intake.JsonRecords;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Imported;
import dupin.model.ProviderIncident;
import dupin.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Incidents (with or without their alerts) and alerts of the Graph security API, mixed as they come.
public final class GraphSecurityImporter implements Importer {

    @Override
    public String format() {
        return "Microsoft Graph security incidents and alerts";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        Fields record = json.record();
        String context = json.envelope().text("@odata.context").toLowerCase(Locale.ROOT);
        if (isIncident(record) || isAlert(record)) {
            return typed(record) ? 100 : 85;
        }
        boolean ours =
                context.contains("graph.microsoft")
                        && (context.contains("security/incidents") || context.contains("security/alerts_v2"));
        return ours ? 90 : 0;
    }

    private static boolean typed(Fields record) {
        return record.text("@odata.type").contains("microsoft.graph");
    }

    private static boolean isIncident(Fields record) {
        String type = record.text("@odata.type").toLowerCase(Locale.ROOT);
        return type.endsWith(".incident")
                || record.names("displayName")
                        && record.names("createdDateTime")
                        && record.names("incidentWebUrl", "redirectIncidentId", "alerts")
                        && !record.names("title", "serviceSource");
    }

    private static boolean isAlert(Fields record) {
        String type = record.text("@odata.type").toLowerCase(Locale.ROOT);
        return type.endsWith(".alert")
                || record.names("title")
                        && record.names("serviceSource", "detectorId", "providerAlertId")
                        && record.names("createdDateTime", "firstActivityDateTime", "alertWebUrl", "evidence")
                        && !record.names("machineId", "alertCreationTime");
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var rows = new Rows(source);
        JsonRecords.read(
                source,
                sink,
                record -> {
                    Fields fields = record.fields();
                    if (isIncident(fields)) {
                        return incident(record, rows);
                    }
                    if (isAlert(fields) || fields.names("evidence") && fields.names("id")) {
                        return List.of(
                                new Imported.OfAlert(
                                        GraphAlert.read(fields, "", rows.next()), Json.text(fields.node())));
                    }
                    throw new BadRecordException("Neither an incident nor an alert of the Graph security API.");
                });
    }

    private static List<Imported> incident(JsonRecord record, Rows rows) {
        Fields incident = record.fields();
        var row = rows.next();
        String id = incident.text("id");
        String own = id.isEmpty() ? "incident-" + row.text() : id;
        var alerts = new ArrayList<Imported>();
        var alertIds = new ArrayList<String>();
        for (Fields fields : incident.objects("alerts")) {
            try {
                var alert = GraphAlert.read(fields, own, rows.next());
                alertIds.add(alert.id());
                alerts.add(new Imported.OfAlert(alert, Json.text(fields.node())));
            } catch (BadRecordException e) {
                alerts.add(Alerts.rejected(record, fields.text("id"), e));
            }
        }
        var all = new ArrayList<Imported>();
        all.add(
                new Imported.OfIncident(
                        new ProviderIncident(
                                own,
                                incident.text("redirectIncidentId"),
                                incident.text("displayName"),
                                incident.text("description", "summary"),
                                Severity.parse(incident.text("severity")),
                                incident.text("status"),
                                incident.text("classification"),
                                incident.text("determination"),
                                incident.text("assignedTo"),
                                Alerts.tags(incident),
                                Alerts.comments(incident),
                                alertIds,
                                incident.instant("createdDateTime"),
                                incident.instant("lastUpdateDateTime"),
                                row)));
        all.addAll(alerts);
        return all;
    }
}
