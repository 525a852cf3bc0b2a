package dupin.store;

import dupin.model.EntityKey;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of what [AliasIndex] learned.
final class AliasRows {

    private AliasRows() {}

    static boolean load(Handle handle, AliasIndex into) {
        handle.select("SELECT own, other FROM alias ORDER BY id")
                .map((row, _) -> into.learn(EntityKey.parse(row.getString(1)), EntityKey.parse(row.getString(2))))
                .forEach(_ -> {});
        return true;
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
