package dupin.intake.sentinel;

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
import dupin.intake.csv.LogTables;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.io.IOException;
import java.util.List;

/// `SecurityAlert` and `SecurityIncident` as JSON (lines, arrays, or `{"tables":[…]}` of a query's answer), and incidents
/// of the resource API.
public final class SentinelJson implements Importer {

    @Override
    public String format() {
        return "Microsoft Sentinel alerts and incidents (JSON)";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        if (!json.isJson()) {
            return 0;
        }
        Fields record = json.record();
        if (SentinelTables.isAlert(record) || SentinelTables.isIncident(record) || ResourceIncident.isOne(record)) {
            return 95;
        }
        var columns = LogTables.columns(record);
        return SentinelTables.isAlert(columns) || SentinelTables.isIncident(columns) ? 95 : 0;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var tables = new SentinelTables();
        JsonRecords.read(
                source,
                sink,
                record -> {
                    LogTables.forEach(
                            record,
                            sink,
                            entry -> read(entry.fields(), new RowRef(source.sha256(), entry.row()), tables, sink));
                    return List.of();
                });
    }

    private static void read(Fields fields, RowRef ref, SentinelTables tables, Sink sink) {
        if (ResourceIncident.isOne(fields)) {
            sink.accept(new Imported.OfIncident(new ResourceIncident(fields).incident(ref)));
        } else if (SentinelTables.isAlert(fields)) {
            tables.alert(new Cells.OfObject(fields), Json.text(fields.node()), ref, sink);
        } else if (SentinelTables.isIncident(fields)) {
            tables.incident(new Cells.OfObject(fields), ref, sink);
        } else {
            throw new BadRecordException(
                    "It is neither an alert (SystemAlertId) nor an incident (IncidentName, AlertIds) of Sentinel.");
        }
    }
}
