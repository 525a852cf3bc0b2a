package dupin.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The event blocks that were read last. Thread-safe.
final class BlockCache {

    private static final int BLOCKS = 512;

    private final Words words;

    private final Map<Long, Block> blocks =
            new LinkedHashMap<>(BLOCKS, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Block> eldest) {
                    return size() > BLOCKS;
                }
            };

    BlockCache(Words words) {
        this.words = words;
    }

    Block block(Handle handle, long number, LoadedFile file) {
        synchronized (blocks) {
            Block known = blocks.get(number);
            if (known != null) {
                return known;
            }
        }
        BlockRows.Stored stored = BlockRows.events(handle, number);
        var block = new Block(stored.data(), stored.firstRow(), file.sha256(), words);
        synchronized (blocks) {
            blocks.put(number, block);
        }
        return block;
    }
}
