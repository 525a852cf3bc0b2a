package dupin.store;

import dupin.model.EventLink;
import dupin.model.TelemetryEvent;
import java.util.Map;

/// Gathers the events of one block. Each entity form is written once a block; see [Block] for the reading.
final class BlockWriter {

    private final Words words;
    private final ByteWriter forms = new ByteWriter();
    private final ByteWriter events = new ByteWriter();
    private final ByteWriter raws = new ByteWriter();
    private final ByteWriter one = new ByteWriter();
    private int formCount;
    private int eventCount;
    private long firstRow;

    BlockWriter(Words words) {
        this.words = words;
    }

    /// @param entities form of each of the event's links
    /// @param block number of the block that is gathered
    void add(TelemetryEvent event, EntityForm[] entities, long block) {
        long row = event.row().row();
        if (eventCount++ == 0) {
            firstRow = row;
        }
        one.clear();
        one.signed(row - firstRow);
        one.octet(event.kind().ordinal());
        long time = Ticks.of(event.time());
        one.octet(time == Ticks.NONE ? 0 : 1);
        if (time != Ticks.NONE) {
            one.signed(time);
        }
        words.write(event.table(), one);
        words.write(event.actionType(), one);
        one.number(event.attributes().size());
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            words.write(attribute.getKey(), one);
            one.text(attribute.getValue());
        }
        one.number(entities.length);
        int i = 0;
        for (EventLink link : event.links()) {
            EntityForm form = entities[i++];
            if (form.block != block) {
                form.block = block;
                form.index = formCount++;
                forms.bytes(form.json);
            }
            one.octet(link.role().ordinal());
            one.number(form.index);
        }
        events.number(one.size());
        events.append(one);
        raws.text(event.raw());
    }

    int count() {
        return eventCount;
    }

    long firstRow() {
        return firstRow;
    }

    byte[] packed() {
        var all = new ByteWriter();
        all.number(eventCount);
        all.number(formCount);
        all.append(forms);
        all.append(events);
        return all.packed();
    }

    byte[] packedRaws() {
        return raws.packed();
    }

    void clear() {
        forms.clear();
        events.clear();
        raws.clear();
        formCount = 0;
        eventCount = 0;
    }
}
