package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Json;
import dupin.intake.JsonHead;
import dupin.intake.JsonRecords;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Imported;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Incidents (with or without their alerts) and alerts of the Graph security API, mixed as they come.
public final class GraphSecurityImporter implements Importer {
    private static final Incidents INCIDENTS =
            new Incidents("id", "displayName", "createdDateTime", "lastUpdateDateTime", "id");

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
                        return INCIDENTS.read(
                                record,
                                rows,
                                (alert, incident, row) ->
                                        new Imported.OfAlert(
                                                GraphAlert.read(alert, incident, row), Json.text(alert.node())));
                    }
                    if (isAlert(fields) || fields.names("evidence") && fields.names("id")) {
                        return List.of(
                                new Imported.OfAlert(
                                        GraphAlert.read(fields, "", rows.next()), Json.text(fields.node())));
                    }
                    throw new BadRecordException("Neither an incident nor an alert of the Graph security API.");
                });
    }
}
