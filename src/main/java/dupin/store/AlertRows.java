package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Alert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of alerts.
final class AlertRows {
    /// Rows that are handed to the database at once, all in one transaction.
    private static final int BATCH = 1_000;

    private AlertRows() {}

    /// @return how many of them are new
    static int put(Handle handle, List<RawAlert> alerts) {
        if (alerts.isEmpty()) {
            return 0;
        }
        int fresh = Rows.missing(handle, "alert", alerts.stream().map(row -> row.alert().id()).toList());
        var merge =
                handle.prepareBatch(
                        "MERGE INTO alert (id, title, severity, status, category, service_source, detection_source, created, first_activity,"
                                + " last_activity, evidence, alert_json, raw) KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " COALESCE(?, (SELECT raw FROM alert WHERE id = ?)))");
        for (RawAlert row : alerts) {
            Alert alert = row.alert();
            byte[] raw = row.raw() == null ? null : row.raw().packed();
            merge.add(
                    alert.id(),
                    alert.title(),
                    alert.severity().ordinal(),
                    alert.status(),
                    alert.category(),
                    alert.serviceSource(),
                    alert.detectionSource(),
                    Ticks.of(alert.createdDateTime()),
                    Ticks.of(alert.firstActivityDateTime()),
                    Ticks.of(alert.lastActivityDateTime()),
                    alert.evidence().size(),
                    Packed.pack(EntryCodec.write(alert).getBytes(StandardCharsets.UTF_8)),
                    raw,
                    alert.id());
            if (merge.size() == BATCH) {
                merge.execute();
            }
        }
        if (merge.size() > 0) {
            merge.execute();
        }
        return fresh;
    }

    static Optional<Alert> alert(Handle handle, String id) {
        return text(handle, "SELECT alert_json FROM alert WHERE id = ?", id)
                .map(json -> EntryCodec.read(json, Alert.class));
    }

    static Optional<String> raw(Handle handle, String id) {
        return text(handle, "SELECT raw FROM alert WHERE id = ? AND raw IS NOT NULL", id);
    }

    private static Optional<String> text(Handle handle, String sql, String id) {
        return handle.select(sql, id)
                .mapTo(byte[].class)
                .findOne()
                .map(packed -> new String(Packed.unpack(packed), StandardCharsets.UTF_8));
    }

    /// Titles of the alerts in lower case, for the search text of their incident.
    static String titles(Handle handle, List<String> ids, Map<String, String> known) {
        var titles = new StringBuilder();
        for (String id : ids) {
            String title = known.get(id);
            if (title != null) {
                titles.append(title.toLowerCase(Locale.ROOT)).append('\n');
                continue;
            }
            handle.select("SELECT title FROM alert WHERE id = ?", id)
                    .mapTo(String.class)
                    .forEach(stored -> titles.append(stored.toLowerCase(Locale.ROOT)).append('\n'));
        }
        return titles.toString();
    }
}
