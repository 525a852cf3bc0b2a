package dupin.service;

import java.time.Instant;
import java.util.List;

/// What stands in a stretch of a timeline, oldest first.
public interface TimelineRows extends Window<TimelineRow> {

    /// Place of the first row that is not before the moment; [#size] when all are.
    int placeOf(Instant moment);

    /// Rows that are all in memory.
    ///
    /// @param rows in order
    static TimelineRows of(List<TimelineRow> rows) {
        return new ListedRows(rows);
    }
}
