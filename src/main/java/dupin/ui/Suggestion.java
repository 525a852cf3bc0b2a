package dupin.ui;

import dupin.model.Incident;
import dupin.service.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Which incident should be looked at while the user has not chosen one: of those that wait for a decision the most severe,
/// else the first.
final class Suggestion {
    private static final Comparator<Incident> URGENCY =
            Comparator.comparingInt(incident -> incident.pendingActions() > 0 ? 1 + incident.severity().ordinal() : 0);

    /// One of so many first incidents is suggested.
    private static final int FIRST = 500;

    private Suggestion() {}

    /// The first rows, as far as they are there.
    static List<Incident> atHand(Window<Incident> rows) {
        return IntStream.range(0, Math.min(FIRST, rows.size()))
                .mapToObj(rows::atHand)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Gives way only to one that is more urgent: who reads while others come in is not to lose what he reads.
    ///
    /// @param rows at least one
    /// @param current id of the incident that is shown; "" for none
    static Incident of(List<Incident> rows, String current) {
        Incident most = rows.stream().max(URGENCY.thenComparingInt(Incident::pendingActions)).orElseThrow();
        Incident first = most.pendingActions() > 0 ? most : rows.getFirst();
        return rows.stream()
                .filter(incident -> incident.id().equals(current))
                .filter(now -> URGENCY.compare(first, now) <= 0)
                .findFirst()
                .orElse(first);
    }
}
