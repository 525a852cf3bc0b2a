package dupin.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The tables of event blocks and of their raw rows. Values longer than a row takes are cut into parts.
final class BlockRows {

    static final int PART_BITS = 8;
    private static final int PART = 1_000_000;

    private BlockRows() {}

    record Stored(byte[] data, long firstRow) {}

    static void put(Handle handle, long block, BlockWriter from) {
        int part = 0;
        for (byte[] piece : pieces(from.packed())) {
            handle.execute(
                    "INSERT INTO event_block (id, first_row, data) VALUES (?, ?, ?)",
                    id(block, part++),
                    from.firstRow(),
                    piece);
        }
        part = 0;
        for (byte[] piece : pieces(from.packedRaws())) {
            handle.execute("INSERT INTO raw_block (id, data) VALUES (?, ?)", id(block, part++), piece);
        }
    }

    private static List<byte[]> pieces(byte[] data) {
        if (data.length > PART << PART_BITS) {
            throw new StoreException(
                    "Sixty-four rows of telemetry are longer than the store takes ("
                            + data.length
                            + " bytes compressed).");
        }
        var pieces = new ArrayList<byte[]>();
        for (int from = 0; from < data.length; from += PART) {
            pieces.add(Arrays.copyOfRange(data, from, Math.min(data.length, from + PART)));
        }
        return pieces;
    }

    private static long id(long block, int part) {
        return block << PART_BITS | part;
    }

    static Stored events(Handle handle, long block) {
        return handle
                .select(
                        "SELECT data, first_row FROM event_block WHERE id BETWEEN ? AND ? ORDER BY id",
                        id(block, 0),
                        id(block, (1 << PART_BITS) - 1))
                .map((row, _) -> new Stored(row.getBytes(1), row.getLong(2)))
                .list()
                .stream()
                .reduce((a, b) -> new Stored(Packed.join(List.of(a.data(), b.data())), a.firstRow()))
                .orElseThrow(() -> new StoreException("A block of events is missing from the store (" + block + ")."));
    }

    static List<String> raws(Handle handle, long block) {
        List<byte[]> pieces =
                handle.select(
                                "SELECT data FROM raw_block WHERE id BETWEEN ? AND ? ORDER BY id",
                                id(block, 0),
                                id(block, (1 << PART_BITS) - 1))
                        .mapTo(byte[].class)
                        .list();
        var in = new ByteReader(Packed.unpack(Packed.join(pieces)));
        var raws = new ArrayList<String>(EntityIds.BLOCK);
        while (in.more()) {
            raws.add(in.text());
        }
        return raws;
    }

    static long firstRow(Handle handle, long block) {
        return handle.select("SELECT first_row FROM event_block WHERE id = ?", id(block, 0)).mapTo(long.class).one();
    }
}
