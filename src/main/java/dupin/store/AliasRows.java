package dupin.store;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of what [AliasIndex] learned: thousands of pairs to a row, since all are read at every opening.
final class AliasRows {
    /// Bytes of a row before they are packed; the database takes a million.
    private static final int ROW = 500_000;

    private static final EntityKind[] KINDS = EntityKind.values();

    private AliasRows() {}

    private record Row(int pairs, byte[] data) {}

    /// @throws StoreException when a row is damaged
    static boolean load(Handle handle, AliasIndex into) {
        List<Row> rows =
                handle.select("SELECT pairs, data FROM alias_block ORDER BY id")
                        .map((row, _) -> new Row(row.getInt(1), row.getBytes(2)))
                        .list();
        into.expect(rows.stream().mapToInt(Row::pairs).sum());
        try {
            rows.forEach(row -> learn(row, into));
        } catch (RuntimeException e) {
            throw new StoreException("The names of the store cannot be read: " + e.getMessage(), e);
        }
        return true;
    }

    private static void learn(Row row, AliasIndex into) {
        var in = new ByteReader(Packed.unpack(row.data()));
        for (int i = 0; i < row.pairs(); i++) {
            into.learn(key(in), key(in));
        }
        if (in.more()) {
            throw new StoreException("a row goes on after its end");
        }
    }

    private static EntityKey key(ByteReader in) {
        return new EntityKey(KINDS[in.octet()], in.text());
    }

    static void append(Handle handle, List<AliasIndex.Edge> edges) {
        var data = new ByteWriter();
        int pairs = 0;
        var rows = new ArrayList<Row>();
        for (AliasIndex.Edge edge : edges) {
            for (EntityKey key : List.of(edge.own(), edge.other())) {
                data.octet(key.kind().ordinal());
                data.text(key.value());
            }
            pairs++;
            if (data.size() >= ROW) {
                rows.add(new Row(pairs, data.packed()));
                data.clear();
                pairs = 0;
            }
        }
        if (pairs > 0) {
            rows.add(new Row(pairs, data.packed()));
        }
        for (Row row : rows) {
            handle.execute("INSERT INTO alias_block (pairs, data) VALUES (?, ?)", row.pairs(), row.data());
        }
    }
}
