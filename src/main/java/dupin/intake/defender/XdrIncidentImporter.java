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
import dupin.model.Alert;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Incidents of the Defender XDR API (`/api/incidents`), with their alerts, devices and flat entities.
public final class XdrIncidentImporter implements Importer {
    private static final Incidents INCIDENTS =
            new Incidents("incidentId", "incidentName", "createdTime", "lastUpdateTime", "alertId");

    @Override
    public String format() {
        return "Microsoft Defender XDR incidents (/api/incidents)";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        if (isIncident(json.record()) || isAlert(json.record())) {
            return 95;
        }
        return json.envelope().text("@odata.context").endsWith("$metadata#Incidents") ? 90 : 0;
    }

    private static boolean isIncident(Fields record) {
        return record.names("incidentId")
                && record.names("incidentName", "redirectIncidentId", "alerts")
                && record.names("createdTime", "lastUpdateTime", "alerts");
    }

    private static boolean isAlert(Fields record) {
        return record.names("alertId")
                && record.names("title")
                && record.names("creationTime", "firstActivity")
                && record.names("entities", "devices");
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
                        return INCIDENTS.read(record, rows, XdrIncidentImporter::alert);
                    }
                    if (isAlert(fields)) {
                        return List.of(alert(fields, "", rows.next()));
                    }
                    throw new BadRecordException("Neither an incident nor an alert of the Defender XDR API.");
                });
    }

    private static Imported.OfAlert alert(Fields alert, String incidentId, RowRef row) {
        String id = Alerts.id(alert.text("alertId", "providerAlertId"), row);
        List<Fields> devices = alert.objects("devices");
        var evidence = new ArrayList<Evidence>();
        devices.forEach(device -> evidence.addAll(Seen.of(device).of(FlatEvidence.device(device))));
        evidence.addAll(new FlatEvidence(new AlertDevices(devices), id).read(alert.objects("entities")));
        var read =
                new Alert(
                        id,
                        incidentId.isEmpty() ? alert.text("incidentId") : incidentId,
                        alert.text("title"),
                        alert.text("description"),
                        alert.text("recommendedActions"),
                        Severity.parse(alert.text("severity")),
                        alert.text("status"),
                        Alerts.category(alert),
                        alert.text("serviceSource"),
                        alert.text("detectionSource"),
                        alert.text("productName"),
                        alert.text("classification"),
                        alert.text("determination"),
                        alert.text("assignedTo"),
                        alert.text("threatFamilyName"),
                        alert.text("investigationId"),
                        alert.text("investigationState"),
                        alert.strings("mitreTechniques"),
                        Alerts.tags(alert),
                        Alerts.comments(alert),
                        alert.instant("creationTime"),
                        alert.instant("firstActivity"),
                        alert.instant("lastActivity"),
                        alert.instant("lastUpdatedTime", "lastUpdateTime"),
                        alert.instant("resolvedTime"),
                        evidence,
                        row);
        return new Imported.OfAlert(
                read.knownAs(alert.text("providerAlertId")).raisedBy(alert.text("detectorId"), ""),
                Json.text(alert.node()));
    }
}
