package dupin.intake.windows;

import dupin.intake.BadRecordException;
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
import tools.jackson.databind.node.ObjectNode;

/// Windows events as JSON, by line or in a list: from beats, from NXLog and data sets made with it, and from tools that
/// turn event logs into JSON.
public final class WindowsJsonImporter implements Importer {

    @Override
    public String format() {
        return "Windows events as JSON (beats, NXLog, converted event logs)";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        ObjectNode first = json.record().node();
        // Rows of a workspace bear the same names, and their own importer knows more of them.
        boolean workspace = first.has("TenantId") || first.has("SourceSystem") || first.has("$table");
        if (!json.isJson() || WindowsJson.record(first).isEmpty()) {
            return 0;
        }
        return workspace ? 30 : 90;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var mapper = new EventMapper(source.once(Sensor.class, () -> firstLook(source, sink)));
        JsonRecords.read(source, sink, record -> List.of(event(record, source, mapper)));
    }

    /// The file is read twice: rows that name a PID may stand before those that tell whose it was.
    private static Sensor firstLook(Source source, Sink sink) throws IOException, ImportRefusedException {
        var sensor = new Sensor();
        var quiet =
                new Sink() {
                    @Override
                    public void accept(Imported record) {
                        // What is wrong with a row is said when it is read for good.
                    }

                    @Override
                    public void progress(long bytesRead) {
                        sink.progress(0);
                    }
                };
        JsonRecords.read(
                source,
                quiet,
                record -> {
                    if (record.node() instanceof ObjectNode object) {
                        WindowsJson.record(object).ifPresent(sensor::look);
                    }
                    return List.of();
                });
        return sensor;
    }

    private static Imported event(JsonRecord record, Source source, EventMapper mapper) {
        if (!(record.node() instanceof ObjectNode object)) {
            throw new BadRecordException("A Windows event is a JSON object.");
        }
        WindowsRecord event =
                WindowsJson.record(object)
                        .orElseThrow(
                                () -> new BadRecordException("It names no event channel, so it is no Windows event."));
        return new Imported.OfEvent(
                mapper.event(event, Json.text(object), new RowRef(source.sha256(), record.index())));
    }
}
