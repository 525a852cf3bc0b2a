package dupin.service;

import dupin.model.TelemetryEvent;
import dupin.store.EventsFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A window over telemetry rows in the store, oldest first.
record TelemetryWindow(EventsFound found) implements Window<HuntRow> {

    @Override
    public int size() {
        return found.size();
    }

    @Override
    public List<@Nullable HuntRow> rows(int from, int to) {
        var rows = new ArrayList<@Nullable HuntRow>(to - from);
        for (TelemetryEvent event : found.rows(from, to)) {
            rows.add(HuntRows.of(event));
        }
        return rows;
    }

    @Override
    public int[] places(Collection<?> ids) {
        return ids.isEmpty()
                ? new int[0]
                : found.places(ids.stream().map(id -> HuntRows.row(String.valueOf(id))).toList());
    }
}
