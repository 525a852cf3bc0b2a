package dupin.intake.cloud;

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
import dupin.model.RowRef;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Raw logs of cloud services as JSON: objects, lines, arrays and what queues and search engines wrap around them.
public final class CloudImporter implements Importer {

    @Override
    public String format() {
        return "Cloud audit, sign-in and activity logs (Office 365, Entra ID, Azure, Intune, AWS CloudTrail; JSON)";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        if (!json.isJson() || json.record().isEmpty()) {
            return 0;
        }
        Fields first = json.record();
        JsonNode records = first.node().path("Records");
        Fields record = Carried.record(records.isArray() && !records.isEmpty() ? Fields.of(records.get(0)) : first);
        return CloudShape.of(record) == CloudShape.NONE ? 0 : 80;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        JsonRecords.read(
                source,
                sink,
                record -> {
                    JsonNode batch = record.node().path("Records");
                    return batch.isArray() ? batch(record, batch, source, sink) : read(record.fields(), record, source);
                });
    }

    private static List<Imported> read(Fields fields, JsonRecord record, Source source) {
        return CloudEvents.read(fields, Json.text(fields.node()), new RowRef(source.sha256(), record.index()));
    }

    /// The records of one delivery of CloudTrail; its one object is one record of the file.
    private static List<Imported> batch(JsonRecord record, JsonNode batch, Source source, Sink sink) {
        long row = record.index();
        for (JsonNode one : batch) {
            try {
                CloudEvents.read(Fields.of(one), Json.text(one), new RowRef(source.sha256(), row))
                        .forEach(sink::accept);
            } catch (BadRecordException e) {
                sink.accept(new Imported.Rejected(row, "record " + (row + 1) + " of the batch", e.reason()));
            }
            row++;
        }
        return List.of();
    }
}
