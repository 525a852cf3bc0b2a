package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventLink;
import dupin.model.TelemetryEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One figure for all that a store says: position, incidents and alerts by id, events by file and row, entities by key
/// with their prevalence. Numbers that rows happened to get do not enter.
final class StoreDigest {

    private final MessageDigest sha = sha256();

    static String of(Database database, TelemetryFiles files, TelemetryRows telemetry, TelemetryEntities entities) {
        var digest = new StoreDigest();
        database.read(handle -> {
            digest.rows(handle, "SELECT seq, head FROM applied");
            digest.rows(handle, "SELECT * FROM incident ORDER BY id");
            digest.alerts(handle);
            return true;
        });
        files.committed().files().stream()
                .sorted(Comparator.comparing(LoadedFile::sha256))
                .forEach(file -> digest.events(file, telemetry));
        for (EntityKind kind : EntityKind.values()) {
            entities.entities(kind, Integer.MAX_VALUE).forEach(key -> digest.entity(key, entities));
        }
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void text(@Nullable String text) {
        byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_16BE);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    private void rows(Handle handle, String sql) {
        try (var select = handle.getConnection().prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    text(rows.getString(i));
                }
            }
        } catch (SQLException e) {
            throw new StoreException("The store cannot be read: " + e.getMessage(), e);
        }
    }

    private void alerts(Handle handle) {
        for (String id : handle.select("SELECT id FROM alert ORDER BY id").mapTo(String.class).list()) {
            text(AlertRows.alert(handle, id).map(EntryCodec::write).orElse(""));
            text(AlertRows.raw(handle, id).orElse(""));
        }
    }

    private void events(LoadedFile file, TelemetryRows telemetry) {
        text(file.sha256());
        text(Long.toString(file.events()));
        telemetry.each(file, this::event);
    }

    private void event(TelemetryEvent event) {
        text(event.row().row() + " " + event.kind() + " " + event.time());
        text(event.table());
        text(event.actionType());
        event.attributes()
                .forEach((name, value) -> {
                    text(name);
                    text(value);
                });
        for (EventLink link : event.links()) {
            text(link.role().name());
            text(EntryCodec.write(link.entity()));
        }
        text(event.raw());
    }

    private void entity(EntityKey key, TelemetryEntities telemetry) {
        text(key.toString());
        text(telemetry.sightings(key).toString());
        text(telemetry.entity(key).map(EntryCodec::write).orElse(""));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
