package dupin.engine;

import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What concerned the whole case: changes of its policy, and who was armed. Kept once, and read in every incident's log.
final class CaseLog {
    private final LogBook book;

    CaseLog(Texts texts) {
        book = new LogBook(texts);
    }

    void add(LogLine line) {
        book.add(line);
    }

    void addAll(CaseLog other) {
        book.addAll(other.book.lines());
    }

    /// An incident's own lines with those of the case that came after its first.
    List<LogLine> into(List<LogLine> own) {
        if (own.isEmpty()) {
            return own;
        }
        long first = own.getFirst().id();
        var all = new ArrayList<>(own);
        book.lines().stream().filter(line -> line.id() > first).forEach(all::add);
        all.sort(Comparator.comparingLong(LogLine::id));
        return List.copyOf(all);
    }
}
