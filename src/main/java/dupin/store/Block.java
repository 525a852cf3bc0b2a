package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A block of events as stored, of which single events are read. Safe for several threads: forms that two of them read at
/// once are equal.
final class Block {

    private static final EventKind[] KINDS = EventKind.values();
    private static final LinkRole[] ROLES = LinkRole.values();

    private final byte[] bytes;
    private final long firstRow;
    private final String file;
    private final Words words;
    private final int[] formAt;
    private final @Nullable Entity[] forms;
    private final int[] eventAt;

    Block(byte[] packed, long firstRow, String file, Words words) {
        this.bytes = Packed.unpack(packed);
        this.firstRow = firstRow;
        this.file = file;
        this.words = words;
        var in = new ByteReader(bytes);
        eventAt = new int[in.count()];
        formAt = new int[in.count()];
        forms = new Entity[formAt.length];
        for (int i = 0; i < formAt.length; i++) {
            formAt[i] = in.position();
            in.skip(in.number());
        }
        for (int i = 0; i < eventAt.length; i++) {
            int length = in.count();
            eventAt[i] = in.position();
            in.skip(length);
        }
    }

    int size() {
        return eventAt.length;
    }

    /// Number of the event's row in its file.
    long row(int index) {
        return firstRow + new ByteReader(bytes, eventAt[index]).signed();
    }

    TelemetryEvent event(int index, String raw) {
        var in = new ByteReader(bytes, eventAt[index]);
        long row = firstRow + in.signed();
        EventKind kind = KINDS[in.octet()];
        long time = in.octet() == 0 ? Ticks.NONE : in.signed();
        String table = words.read(in);
        String action = words.read(in);
        var attributes = new TreeMap<String, String>();
        for (int i = in.count(); i > 0; i--) {
            String name = words.read(in);
            attributes.put(name, in.text());
        }
        int links = in.count();
        var entities = new ArrayList<EventLink>(links);
        for (int i = 0; i < links; i++) {
            LinkRole role = ROLES[in.octet()];
            entities.add(new EventLink(role, form(in.count())));
        }
        return new TelemetryEvent(
                kind,
                table,
                action,
                Ticks.time(time),
                entities,
                Collections.unmodifiableMap(attributes),
                raw,
                new RowRef(file, row));
    }

    /// The events that may bear all the texts, each in an attribute or in an entity.
    ///
    /// @param names gets the names of all attributes of the other events, and some of these
    BitSet bearing(Sieve sieve, Set<String> names) {
        var named = new BitSet();
        var bearing = new BitSet(eventAt.length);
        bearing.set(0, eventAt.length);
        var inForm = new boolean[formAt.length];
        for (int part = 0; part < sieve.size(); part++) {
            for (int i = 0; i < formAt.length; i++) {
                var in = new ByteReader(bytes, formAt[i]);
                int length = in.count();
                inForm[i] = sieve.utf8(part, bytes, in.position(), in.position() + length);
            }
            for (int i = bearing.nextSetBit(0); i >= 0; i = bearing.nextSetBit(i + 1)) {
                if (!bears(i, sieve, part, inForm, named, names)) {
                    bearing.clear(i);
                }
            }
        }
        names.addAll(words.texts(named));
        return bearing;
    }

    private boolean bears(int index, Sieve sieve, int part, boolean[] inForm, BitSet named, Set<String> names) {
        var in = new ByteReader(bytes, eventAt[index]);
        in.signed();
        in.octet();
        if (in.octet() != 0) {
            in.signed();
        }
        words.skip(in);
        words.skip(in);
        for (int i = in.count(); i > 0; i--) {
            words.note(in, named, names);
            if (in.bears(sieve, part)) {
                return true;
            }
        }
        for (int i = in.count(); i > 0; i--) {
            in.octet();
            if (inForm[in.count()]) {
                return true;
            }
        }
        return false;
    }

    private Entity form(int index) {
        Entity known = forms[index];
        if (known == null) {
            String json = new String(new ByteReader(bytes, formAt[index]).bytes(), StandardCharsets.UTF_8);
            known = EntryCodec.entity(json);
            forms[index] = known;
        }
        return known;
    }
}
