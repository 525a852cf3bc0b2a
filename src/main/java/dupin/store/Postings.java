package dupin.store;

/// The events that show an entity, in order of time, as stored in one sighting: how many have no time; then of each the
/// time and the event's number as differences from the one before, its kind and the parts that the entity plays in it.
final class Postings {

    /// How many fit in one sighting.
    static final int PART = 1_024;

    interface Each {
        /// @param roles a bit for each [dupin.model.LinkRole]
        /// @return whether to go on
        boolean posting(long time, long event, int kind, int roles);
    }

    private final ByteWriter out = new ByteWriter();
    private int timeless;
    private long lastTime;
    private long lastEvent;

    /// To be called in order of time.
    void add(long time, long event, int kind, int roles) {
        if (time == Ticks.NONE) {
            timeless++;
        } else {
            out.number(time - lastTime);
            lastTime = time;
        }
        out.signed(event - lastEvent);
        lastEvent = event;
        out.octet(kind);
        out.number(roles);
    }

    /// What was gathered, and starts anew.
    byte[] take() {
        var all = new ByteWriter();
        all.number(timeless);
        all.append(out);
        out.clear();
        timeless = 0;
        lastTime = 0;
        lastEvent = 0;
        return all.toArray();
    }

    static void read(byte[] stored, Each each) {
        var in = new ByteReader(stored);
        int timeless = in.count();
        long time = 0;
        long event = 0;
        while (in.more()) {
            boolean timed = timeless-- <= 0;
            if (timed) {
                time += in.number();
            }
            event += in.signed();
            int kind = in.octet();
            int roles = in.count();
            if (!each.posting(timed ? time : Ticks.NONE, event, kind, roles)) {
                return;
            }
        }
    }
}
