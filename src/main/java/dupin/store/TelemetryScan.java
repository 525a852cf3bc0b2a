package dupin.store;

import dupin.model.TelemetryEvent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A walk over rows in the order of a query, whatever its limit.
final class TelemetryScan {
    private static final int STRETCH = 4_096;

    private final TelemetryRows rows;
    private final long[] found;
    private final Sieve sieve;
    private final Map<Long, BitSet> bearing = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /// @param texts each stands in an attribute or an entity of the rows that are wanted (see [Sieve]); empty for all rows
    TelemetryScan(TelemetryRows rows, EventQuery query, Set<String> texts) {
        this.rows = rows;
        found = rows.find(query);
        sieve = new Sieve(texts);
    }

    /// @param visitor says whether it wants more
    /// @return how many rows the query asks for
    int run(Predicate<TelemetryEvent> visitor, Passed passed) {
        for (int at = 0; at < found.length; at += STRETCH) {
            long[] some = Arrays.copyOfRange(found, at, Math.min(at + STRETCH, found.length));
            int[] left =
                    sieve.size() == 0
                            ? IntStream.range(0, some.length).toArray()
                            : rows.sift(some, sieve, bearing, names);
            names.forEach(passed::attribute);
            names.clear();
            int next = 0;
            int i = 0;
            for (TelemetryEvent event : rows.read(Arrays.stream(left).mapToLong(place -> some[place]).toArray())) {
                int place = left[i++];
                passed.rows(place - next);
                next = place + 1;
                if (!visitor.test(event)) {
                    return found.length;
                }
            }
            passed.rows(some.length - next);
        }
        return found.length;
    }
}
