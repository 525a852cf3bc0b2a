package dupin.store;

import dupin.model.EntityKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Looks up numbers of entities by key and keys by number. For one thread; holds statements of one connection.
final class Dictionary implements AutoCloseable {

    private final PreparedStatement bySlot;
    private final PreparedStatement text;

    Dictionary(Handle handle) throws SQLException {
        bySlot = handle.getConnection().prepareStatement("SELECT entity FROM entity_slot WHERE slot = ?");
        text = handle.getConnection().prepareStatement("SELECT text FROM entity WHERE id = ?");
    }

    /// What a look-up found: the entity's number (negative when there is none) and the slot that it has or may take.
    record Found(long id, long slot) {}

    Optional<Long> id(EntityKey key) throws SQLException {
        Found found = find(key, new HashSet<>());
        return found.id() < 0 ? Optional.empty() : Optional.of(found.id());
    }

    /// @param taken slots that others were promised; the one that is found free joins them
    Found find(EntityKey key, Set<Long> taken) throws SQLException {
        for (long slot = hash(key); ; slot = slot + 1 & Long.MAX_VALUE) {
            bySlot.setLong(1, slot);
            try (ResultSet rows = bySlot.executeQuery()) {
                if (!rows.next()) {
                    if (taken.add(slot)) {
                        return new Found(-1, slot);
                    }
                    continue;
                }
                long id = rows.getLong(1);
                if (key(id).filter(key::equals).isPresent()) {
                    return new Found(id, slot);
                }
            }
        }
    }

    Optional<EntityKey> key(long id) throws SQLException {
        text.setLong(1, id);
        try (ResultSet rows = text.executeQuery()) {
            return rows.next() ? Optional.of(new EntityKey(EntityIds.kind(id), rows.getString(1))) : Optional.empty();
        }
    }

    static long hash(EntityKey key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha.digest(key.toString().getBytes(StandardCharsets.UTF_8))).getLong()
                    & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        bySlot.close();
        text.close();
    }
}
