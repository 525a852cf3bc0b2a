package dupin.store;

import dupin.model.EntityKey;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of what [AliasIndex] learned.
final class AliasRows {

    private AliasRows() {}

    static long load(Handle handle, AliasIndex into) {
        return handle
                .select("SELECT own, other FROM alias ORDER BY id")
                .map((row, _) -> into.learn(EntityKey.parse(row.getString(1)), EntityKey.parse(row.getString(2))))
                .stream()
                .count();
    }

    static int append(Handle handle, long from, List<AliasIndex.Edge> edges) {
        if (edges.isEmpty()) {
            return 0;
        }
        var insert = handle.prepareBatch("INSERT INTO alias (id, own, other) VALUES (?, ?, ?)");
        long id = from;
        for (AliasIndex.Edge edge : edges) {
            insert.add(id++, edge.own().toString(), edge.other().toString());
        }
        insert.execute();
        return edges.size();
    }
}
