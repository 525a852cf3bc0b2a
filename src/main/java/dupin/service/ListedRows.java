package dupin.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a timeline that are all in memory.
record ListedRows(List<TimelineRow> all, Window<TimelineRow> window) implements TimelineRows {
    ListedRows(List<TimelineRow> all) {
        this(all, Window.of(all, TimelineRow::id));
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public List<@Nullable TimelineRow> rows(int from, int to) {
        return window.rows(from, to);
    }

    @Override
    public int[] places(Collection<?> ids) {
        return window.places(ids);
    }

    @Override
    public @Nullable TimelineRow atHand(int place) {
        return window.atHand(place);
    }

    @Override
    public int placeOf(Instant moment) {
        int place = 0;
        for (TimelineRow row : all) {
            Instant time = row.time();
            if (time != null && !time.isBefore(moment)) {
                break;
            }
            place++;
        }
        return place;
    }
}
