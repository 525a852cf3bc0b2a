package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.JsonRecord;
import dupin.model.Imported;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// An incident with its alerts: the Graph and the Defender XDR API give one shape in different words.
///
/// @param id name of the field with the incident's id; `alertId` that of an alert's
record Incidents(String id, String name, String created, String updated, String alertId) {

    /// How the source writes an alert.
    interface AlertReader {
        Imported.OfAlert read(Fields alert, String incidentId, RowRef row) throws BadRecordException;
    }

    /// The incident first, then its alerts; one that cannot be read is kept aside.
    List<Imported> read(JsonRecord record, Rows rows, AlertReader reader) {
        Fields incident = record.fields();
        RowRef row = rows.next();
        String given = incident.text(id);
        String own = given.isEmpty() ? "incident-" + row.text() : given;
        var alerts = new ArrayList<Imported>();
        var alertIds = new ArrayList<String>();
        for (Fields fields : incident.objects("alerts")) {
            try {
                Imported.OfAlert alert = reader.read(fields, own, rows.next());
                alertIds.add(alert.alert().id());
                alerts.add(alert);
            } catch (BadRecordException e) {
                alerts.add(Alerts.rejected(record, fields.text(alertId), e));
            }
        }
        var all = new ArrayList<Imported>();
        all.add(
                new Imported.OfIncident(
                        new ProviderIncident(
                                own,
                                incident.text("redirectIncidentId"),
                                incident.text(name),
                                incident.text("description", "summary"),
                                Severity.parse(incident.text("severity")),
                                incident.text("status"),
                                incident.text("classification"),
                                incident.text("determination"),
                                incident.text("assignedTo"),
                                Alerts.tags(incident),
                                Alerts.comments(incident),
                                alertIds,
                                incident.instant(created),
                                incident.instant(updated),
                                row)));
        all.addAll(alerts);
        return all;
    }
}
