package dupin.service;

import dupin.engine.AlertRows;
import dupin.model.row.AlertRow;
import dupin.store.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A window over the list of alerts: what stands where was settled when it was asked, what a row says is the fold's.
/// Thread-safe.
record AlertWindow(CaseReads live, Found found) implements Window<AlertRow> {

    @Override
    public int size() {
        return found.size();
    }

    @Override
    public List<@Nullable AlertRow> rows(int from, int to) {
        List<String> ids = found.ids(from, to);
        return live.read(state -> {
            var rows = new ArrayList<@Nullable AlertRow>(ids.size());
            for (String id : ids) {
                rows.add(AlertRows.of(state, id).orElse(null));
            }
            return rows;
        });
    }

    @Override
    public int[] places(Collection<?> ids) {
        return found.places(ids.stream().map(String::valueOf).toList());
    }
}
