package dupin.service;

import dupin.model.hunt.HuntQuery;
import java.util.List;

/// What a query found.
///
/// @param rows the first of `all`, enough for a picture
/// @param all what the query takes, in its order
/// @param matched rows that fit; when there are more than were counted, see `more`
/// @param more whether the search ended before all rows were looked at, so that more may fit than were counted
/// @param looked rows that were looked at
/// @param unknown names that the query asks for and that no row that was looked at has
public record Hunt(
        String text,
        HuntQuery query,
        List<HuntRow> rows,
        Window<HuntRow> all,
        long matched,
        boolean more,
        long looked,
        List<String> unknown) {
    public Hunt {
        rows = List.copyOf(rows);
        unknown = List.copyOf(unknown);
    }

    /// Whether there are more rows than [#rows] holds.
    public boolean partly() {
        return rows.size() < all.size();
    }
}
