package dupin.intake.windows;

import dupin.intake.BadContentException;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Json;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.windows.evtx.EvtxLog;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Binary Windows event logs. The raw text of a row is the event as a flat JSON object, its own fields under `EventData`.
public final class EvtxImporter implements Importer {

    @Override
    public String format() {
        return "Windows event logs (EVTX)";
    }

    @Override
    public int recognises(Head head) {
        return EvtxLog.isLog(head.bytes()) ? 100 : 0;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var reading = new Reading(source, sink);
        try (InputStream in = source.open()) {
            EvtxLog.read(in, reading);
        } catch (BadContentException e) {
            reading.damaged(reading.position, "The rest was not read: " + e.getMessage());
        }
        if (reading.records == 0 && !reading.firstFault.isEmpty()) {
            throw new ImportRefusedException(source.name() + " holds no event that can be read. " + reading.firstFault);
        }
        sink.progress(source.size());
    }

    private static final class Reading implements EvtxLog.Reader {
        private final Source source;
        private final Sink sink;
        private final EventMapper mapper = new EventMapper(new Sensor());
        private long index;
        private long records;
        private long position;
        private String firstFault = "";

        Reading(Source source, Sink sink) {
            this.source = source;
            this.sink = sink;
            this.index = source.firstRow();
        }

        @Override
        public void record(long offset, WindowsRecord record) {
            var row = new RowRef(source.sha256(), index++);
            records++;
            sink.accept(new Imported.OfEvent(mapper.event(record, raw(record), row)));
        }

        @Override
        public void damaged(long offset, String reason) {
            firstFault = firstFault.isEmpty() ? reason : firstFault;
            index++;
            sink.accept(new Imported.Rejected(offset, "byte " + offset, reason));
        }

        @Override
        public void progress(long bytesRead) {
            position = bytesRead;
            sink.progress(bytesRead);
        }
    }

    /// The shape that [WindowsLogs#record(String)] reads back.
    static String raw(WindowsRecord record) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("Channel", record.channel());
        all.put("Provider_Name", record.provider());
        all.put("EventID", record.eventId());
        all.put("EventRecordID", record.recordId());
        all.put("Computer", record.computer());
        if (record.timeCreated() != null) {
            all.put("TimeCreated", record.timeCreated().toString());
        }
        all.put("UserID", record.userSid());
        all.put("ExecutionProcessID", record.processId());
        ObjectNode data = all.putObject("EventData");
        record.data().forEach(data::put);
        return Json.text(all);
    }
}
