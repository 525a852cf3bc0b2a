package dupin.engine;

import dupin.model.Entry;
import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The log of an incident, packed: an investigation writes dozens of lines, and a case has tens of thousands of
/// investigations.
final class LogBook {
    private final Texts texts;
    private Packing lines;
    private long last;

    LogBook(Texts texts) {
        this.texts = texts;
        lines = new Packing(texts);
    }

    private LogBook(LogBook other) {
        texts = other.texts;
        lines = other.lines.copy();
        last = other.last;
    }

    LogBook copy() {
        return new LogBook(this);
    }

    void add(LogLine line) {
        lines.signed(line.id() - last)
                .phrase(
                        line.actionType(),
                        line.action(),
                        line.status(),
                        line.description(),
                        line.comments(),
                        line.actor())
                .text(line.deviceName())
                .time(line.timeCreated())
                .time(line.executionStart())
                .duration(line.duration())
                .duration(line.pendingDuration())
                .duration(line.queuedDuration())
                .number(line.changes().size());
        line.changes().forEach(it -> lines.text(it.field()).text(it.before()).text(it.after()));
        last = line.id();
    }

    /// Takes over lines of another, in the order of the journal.
    void addAll(List<LogLine> others) {
        var both = new ArrayList<>(lines());
        both.addAll(others);
        both.sort(Comparator.comparingLong(LogLine::id));
        rewrite(both);
    }

    void removeAll(Collection<LogLine> gone) {
        rewrite(lines().stream().filter(line -> !gone.contains(line)).toList());
    }

    private void rewrite(List<LogLine> all) {
        lines = new Packing(texts);
        last = 0;
        all.forEach(this::add);
    }

    List<LogLine> lines() {
        var all = new ArrayList<LogLine>();
        long id = 0;
        for (Packing.Cursor at = lines.read(); at.more(); ) {
            id += at.signed();
            String[] said = at.phrase(6);
            all.add(
                    new LogLine(
                            id,
                            said[0],
                            said[1],
                            said[2],
                            at.text(),
                            said[3],
                            said[4],
                            said[5],
                            at.time(),
                            at.time(),
                            at.duration(),
                            at.duration(),
                            at.duration(),
                            changes(at)));
        }
        return List.copyOf(all);
    }

    private static List<Entry.Change> changes(Packing.Cursor at) {
        var changes = new ArrayList<Entry.Change>();
        for (long left = at.number(); left > 0; left--) {
            changes.add(new Entry.Change(at.text(), at.text(), at.text()));
        }
        return changes;
    }
}
