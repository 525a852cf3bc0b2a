package dupin.engine.analyzer;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What was read only up to a bound, in words for the log: nobody shall take a part for the whole.
final class Cuts {
    private final TreeSet<String> told = new TreeSet<>();

    /// @param all how many rows the case holds
    void rows(String label, int read, long all) {
        if (all > read) {
            told.add(String.format(Locale.ROOT, "the first %,d of %,d rows of %s", read, all, label));
        }
    }

    Lineage starts(String host, Lineage read) {
        if (read.cut()) {
            told.add(String.format(Locale.ROOT, "the first %,d process starts of %s", Lineage.MAX_ROWS, host));
        }
        return read;
    }

    /// Each is handed over once.
    List<String> take() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }
}
