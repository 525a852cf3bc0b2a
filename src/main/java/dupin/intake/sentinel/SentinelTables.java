package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.intake.Sink;
import dupin.intake.csv.Columns;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads records of `SecurityAlert` and `SecurityIncident`. The tables hold a record for every change of an alert or
/// incident; what is older than a record that stood before it in the file is passed over. One object for one file.
final class SentinelTables {
    private static final int MOST_VERSIONS = 1_000_000;
    private static final Set<String> KNOWN =
            Set.of(
                    "tenantid",
                    "timegenerated",
                    "systemalertid",
                    "alertname",
                    "displayname",
                    "alertdisplayname",
                    "alertseverity",
                    "severity",
                    "providername",
                    "vendorname",
                    "productname",
                    "entities",
                    "extendedproperties",
                    "compromisedentity",
                    "tactics",
                    "techniques",
                    "starttime",
                    "endtime",
                    "status",
                    "alerttype",
                    "incidentname",
                    "incidentnumber",
                    "alertids",
                    "title",
                    "owner",
                    "classification",
                    "labels",
                    "comments",
                    "createdtime",
                    "closedtime",
                    "lastmodifiedtime",
                    "providerincidentid",
                    "description",
                    "remediationsteps",
                    "type");

    private final Map<String, Instant> newest = new HashMap<>();

    static boolean knows(String column) {
        return KNOWN.contains(Columns.plain(column));
    }

    static boolean isAlert(Columns columns) {
        return columns.has("SystemAlertId")
                && (columns.has("Entities")
                        || columns.has("ExtendedProperties")
                        || columns.has("AlertSeverity")
                        || columns.has("AlertName"));
    }

    static boolean isIncident(Columns columns) {
        return columns.has("IncidentName") && columns.has("AlertIds")
                || columns.has("IncidentNumber") && columns.has("Title") && columns.has("AlertIds");
    }

    static boolean isAlert(Fields record) {
        return record.names("SystemAlertId")
                && record.names("Entities", "ExtendedProperties", "AlertSeverity", "AlertName");
    }

    static boolean isIncident(Fields record) {
        return record.names("IncidentName", "IncidentNumber") && record.names("AlertIds");
    }

    void alert(Cells cells, String raw, RowRef ref, Sink sink) {
        var record = new AlertRecord(cells);
        var alert = record.alert(ref);
        if (isNewest("alert:" + alert.id(), record.version())) {
            sink.accept(new Imported.OfAlert(alert, raw));
        }
    }

    void incident(Cells cells, RowRef ref, Sink sink) {
        var record = new IncidentRecord(cells);
        var incident = record.incident(ref);
        if (isNewest("incident:" + incident.id(), record.version())) {
            sink.accept(new Imported.OfIncident(incident));
        }
    }

    private boolean isNewest(String id, @Nullable Instant version) {
        Instant before = newest.get(id);
        if (before != null && version != null && version.isBefore(before)) {
            return false;
        }
        if (newest.size() < MOST_VERSIONS) {
            newest.put(id, version == null ? Instant.MIN : version);
        }
        return true;
    }
}
