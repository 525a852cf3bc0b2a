package dupin.store;

import dupin.model.EntityKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of what [AliasIndex] learned.
final class AliasRows {
    private static final int PAGE = 10_000;

    private AliasRows() {}

    /// In pages: a longer answer the database would write to a file first.
    static boolean load(Handle handle, AliasIndex into) {
        into.expect(handle.select("SELECT COUNT(*) FROM alias").mapTo(int.class).one());
        String page = "SELECT id, own, other FROM alias WHERE id > ? ORDER BY id LIMIT " + PAGE;
        try (PreparedStatement select = handle.getConnection().prepareStatement(page)) {
            long last = -1;
            int count;
            do {
                select.setLong(1, last);
                count = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        into.learn(EntityKey.parse(rows.getString(2)), EntityKey.parse(rows.getString(3)));
                        count++;
                    }
                }
            } while (count == PAGE);
            return true;
        } catch (SQLException e) {
            throw new StoreException("The names of the store cannot be read: " + e.getMessage(), e);
        }
    }

    static void append(Handle handle, List<AliasIndex.Edge> edges) {
        if (edges.isEmpty()) {
            return;
        }
        long id = handle.select("SELECT COALESCE(MAX(id), -1) + 1 FROM alias").mapTo(long.class).one();
        var insert = handle.prepareBatch("INSERT INTO alias (id, own, other) VALUES (?, ?, ?)");
        for (AliasIndex.Edge edge : edges) {
            insert.add(id++, edge.own().toString(), edge.other().toString());
        }
        insert.execute();
    }
}
