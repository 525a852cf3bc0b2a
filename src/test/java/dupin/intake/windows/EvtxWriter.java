package dupin.intake.windows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes small binary event logs for tests: one template a chunk, whose values are the fields of each record.
final class EvtxWriter {
    static final int HEAD = 4_096;
    static final int CHUNK = 65_536;

    /// @param type of binary XML
    record Value(int type, byte[] bytes) {}

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Map<String, Integer> names = new HashMap<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private int template;
    private long id;

    EvtxWriter() {
        byte[] head = new byte[HEAD];
        System.arraycopy("ElfFile\0".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 8);
        file.writeBytes(head);
        begin();
    }

    private void begin() {
        chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII)).position(512);
        names.clear();
        template = 0;
    }

    static Value text(String text) {
        return new Value(1, text.getBytes(StandardCharsets.UTF_16LE));
    }

    static Value number(int type, int size, long number) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number);
        byte[] cut = new byte[size];
        System.arraycopy(bytes.array(), 0, cut, 0, size);
        return new Value(type, cut);
    }

    static Value fileTime(long epochSecond, int ticks) {
        return number(0x11, 8, (epochSecond + 11_644_473_600L) * 10_000_000L + ticks);
    }

    /// Adds a record; all records of a chunk have the same fields.
    EvtxWriter record(String channel, int eventId, Map<String, Value> data) {
        int start = chunk.position();
        chunk.putInt(0x2A2A).putInt(0).putLong(++id).putLong(133_000_000_000_000_000L + id);
        var values = new LinkedHashMap<String, Value>();
        values.put("Channel", text(channel));
        values.put("EventID", number(6, 2, eventId));
        values.put("EventRecordID", number(0x0A, 8, id));
        values.put("Computer", text("pc.example.com"));
        values.put("SystemTime", fileTime(1_700_000_000L + id, 1_234_567));
        values.putAll(data);
        chunk.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
        chunk.put((byte) 0x0C).put((byte) 1).putInt(7);
        if (template == 0) {
            template = chunk.position() + 4;
            chunk.putInt(template);
            define(data);
        } else {
            chunk.putInt(template);
        }
        chunk.putInt(values.size());
        values.values().forEach(v -> chunk.putShort((short) v.bytes().length).put((byte) v.type()).put((byte) 0));
        values.values().forEach(v -> chunk.put(v.bytes()));
        while ((chunk.position() + 4 - start) % 8 != 0) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() + 4 - start;
        chunk.putInt(size).putInt(start + 4, size).putInt(48, chunk.position());
        return this;
    }

    EvtxWriter nextChunk() {
        file.writeBytes(chunk.array());
        begin();
        return this;
    }

    byte[] bytes() {
        nextChunk();
        return file.toByteArray();
    }

    private void define(Map<String, Value> data) {
        chunk.putInt(0).put(new byte[16]);
        int sizeAt = chunk.position();
        chunk.putInt(0);
        chunk.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
        open("Event", false);
        chunk.put((byte) 2);
        open("System", false);
        chunk.put((byte) 2);
        leaf("Channel", 0);
        leaf("EventID", 1);
        leaf("EventRecordID", 2);
        leaf("Computer", 3);
        open("TimeCreated", true);
        attribute("SystemTime");
        slot(4);
        chunk.put((byte) 3);
        chunk.put((byte) 4);
        open("EventData", false);
        chunk.put((byte) 2);
        int index = 5;
        for (String name : data.keySet()) {
            open("Data", true);
            attribute("Name");
            chunk.put((byte) 5).put((byte) 1).putShort((short) name.length());
            chunk.put(name.getBytes(StandardCharsets.UTF_16LE));
            chunk.put((byte) 2);
            slot(index++);
            chunk.put((byte) 4);
        }
        chunk.put((byte) 4).put((byte) 4).put((byte) 0);
        chunk.putInt(sizeAt, chunk.position() - sizeAt - 4);
    }

    private void leaf(String name, int index) {
        open(name, false);
        chunk.put((byte) 2);
        slot(index);
        chunk.put((byte) 4);
    }

    private void slot(int index) {
        chunk.put((byte) 0x0D).putShort((short) index).put((byte) 1);
    }

    private void open(String name, boolean attributes) {
        chunk.put((byte) (attributes ? 0x41 : 0x01)).putShort((short) -1).putInt(0);
        name(name);
        if (attributes) {
            chunk.putInt(0);
        }
    }

    private void attribute(String name) {
        chunk.put((byte) 6);
        name(name);
    }

    private void name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            chunk.putInt(known);
            return;
        }
        int at = chunk.position() + 4;
        names.put(name, at);
        chunk.putInt(at).putInt(0).putShort((short) 0).putShort((short) name.length());
        chunk.put(name.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
    }
}
