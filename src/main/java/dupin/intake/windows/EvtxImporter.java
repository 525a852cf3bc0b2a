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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Binary Windows event logs. The raw text of a row is the event as a flat JSON object, its own fields under `EventData`.
public final class EvtxImporter implements Importer {
    /// Bytes of a log that tell whether it is of several channels.
    private static final int START = 1 << 20;

    private static final int MOST_CHANNELS = 100;

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
        Sensor sensor = source.once(Sensor.class, () -> firstLook(source, sink));
        var reading = new Reading(source, sink, sensor);
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

    /// A log of several channels (forwarded events) is read twice, as JSON is: rows that name a PID may stand before those
    /// that tell whose it was. Whether it is one is told from its start; a log of one channel says nothing of others.
    private static Sensor firstLook(Source source, Sink sink) throws IOException {
        var start = new Look(new Sensor(), sink);
        try (InputStream in = source.open()) {
            EvtxLog.read(new ByteArrayInputStream(in.readNBytes(START)), start);
        } catch (BadContentException _) {
            return new Sensor();
        }
        if (start.channels.size() < 2) {
            return new Sensor();
        }
        var whole = new Look(new Sensor(), sink);
        try (InputStream in = source.open()) {
            EvtxLog.read(in, whole);
        } catch (BadContentException _) {
            // What is wrong with the file is said when it is read for good.
            return whole.sensor;
        }
        return whole.sensor;
    }

    private record Look(Sensor sensor, Sink sink, Set<String> channels) implements EvtxLog.Reader {

        Look(Sensor sensor, Sink sink) {
            this(sensor, sink, new HashSet<>());
        }

        @Override
        public void record(long offset, WindowsRecord record) {
            if (channels.size() < MOST_CHANNELS) {
                channels.add(record.channel());
            }
            sensor.look(record);
        }

        @Override
        public void damaged(long offset, String reason) {
            // It is said when the file is read for good.
        }

        @Override
        public void progress(long bytesRead) {
            sink.progress(0);
        }
    }

    private static final class Reading implements EvtxLog.Reader {
        private final Source source;
        private final Sink sink;
        private final EventMapper mapper;
        private long index;
        private long records;
        private long position;
        private String firstFault = "";

        Reading(Source source, Sink sink, Sensor sensor) {
            this.mapper = new EventMapper(sensor);
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
