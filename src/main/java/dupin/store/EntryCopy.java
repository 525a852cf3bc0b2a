package dupin.store;

import dupin.journal.EntryLines;
import dupin.journal.Journal;
import dupin.journal.JournalException;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The journal's entries once more, in a form that is read many times faster than its JSON: opening a long case folds
/// them instead of parsing. A view like the rest of the store: what does not fit the journal (cut, changed, of another
/// journal, of another version's records) is thrown away and written anew from it. Thread-safe; never fails: without it
/// everything works, only slower.
public final class EntryCopy implements AutoCloseable {
    /// Name of the file within the store's folder.
    static final String NAME = "entries.copy";

    private static final System.Logger LOG = System.getLogger(EntryCopy.class.getName());
    private static final RecordShapes SHAPES = RecordShapes.of(Entry.class);

    /// Bytes of entries that are gathered before they are written.
    private static final int CHUNK = 4 << 20;

    /// Fewer entries are not worth a chunk of their own; the next opening reads them from the journal.
    private static final int FEWEST = 1_000;

    private final Path file;
    private final ByteWriter waiting = new ByteWriter();
    private final RecordWriter writer = new RecordWriter(SHAPES, waiting);
    private boolean ready;
    private int pending;
    private long end;
    private long next;
    private String before = Position.NONE.head();
    private String last = Position.NONE.head();

    EntryCopy(Path file) {
        this.file = file;
    }

    /// That of a store's folder, which need not be open nor exist.
    public static EntryCopy in(Path storeFolder) {
        return new EntryCopy(storeFolder.resolve(NAME));
    }

    /// Hands over the journal's entries from the first on, as far as the copy holds them. Their hashes are left out: the
    /// journal has checked its chain. From then on [#add] takes the entries that follow.
    ///
    /// @param made may put an equal object in the place of each text, time, list, entity and small record that was read
    public synchronized void read(Journal journal, UnaryOperator<Object> made, Consumer<JournalEntry> consumer) {
        ready = false;
        forget(0, Position.NONE.head());
        end = 0;
        try {
            if (Files.exists(file)) {
                try (InputStream in = open(file)) {
                    for (EntryChunk chunk = EntryChunk.read(in);
                            chunk != null && follows(chunk) && journal.holds(chunk.end() - 1, chunk.last());
                            chunk = EntryChunk.read(in)) {
                        entries(chunk, made, consumer);
                        end += chunk.size();
                        forget(chunk.end(), chunk.last());
                    }
                }
            }
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                out.truncate(end);
            }
            ready = true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The copy of the journal at " + file + " is not used", e);
            discard();
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private boolean follows(EntryChunk chunk) {
        return chunk.signature().equals(SHAPES.signature()) && chunk.first() == next && chunk.before().equals(last);
    }

    private static void entries(EntryChunk chunk, UnaryOperator<Object> made, Consumer<JournalEntry> consumer) {
        var reader = new RecordReader(SHAPES, new ByteReader(chunk.content()), made);
        for (long seq = chunk.first(); seq < chunk.end(); seq++) {
            if (reader.read() instanceof Instant at
                    && reader.read() instanceof String actor
                    && reader.read() instanceof Entry entry) {
                consumer.accept(new JournalEntry(seq, at, actor, entry, "", ""));
            } else {
                throw new StoreException("Entry " + seq + " is none.");
            }
        }
    }

    /// Takes the entry that follows; any other stops the copying until the case is opened again.
    public synchronized void add(JournalEntry entry) {
        if (!ready) {
            return;
        }
        try {
            if (entry.seq() != next) {
                throw new StoreException("Entry " + entry.seq() + " came where entry " + next + " is due.");
            }
            writer.write(entry.at());
            writer.write(entry.actor());
            writer.write((Record) entry.entry());
            next++;
            pending++;
            last = entry.hash();
            if (waiting.size() >= CHUNK) {
                flush();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The journal is no longer copied to " + file, e);
            discard();
        }
    }

    private void flush() throws IOException {
        var chunk = new EntryChunk(SHAPES.signature(), next - pending, pending, before, last, waiting.toArray());
        byte[] bytes = chunk.bytes();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.position(end);
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                out.write(buffer);
            }
        }
        end += bytes.length;
        forget(next, last);
    }

    private void forget(long reached, String hash) {
        waiting.clear();
        writer.forget();
        pending = 0;
        next = reached;
        before = hash;
        last = hash;
    }

    private void discard() {
        ready = false;
        waiting.clear();
        writer.forget();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The copy at " + file + " cannot be deleted", e);
        }
    }

    @Override
    public synchronized void close() {
        if (ready && pending >= FEWEST) {
            try {
                flush();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The end of the journal was not copied to " + file, e);
            }
        }
        ready = false;
    }

    /// Compares the copy in a store's folder with the journal, entry by entry.
    ///
    /// @return number of the first entry that says something else in the copy, from 0; -1 when there is none
    /// @throws StoreException when the copy cannot be read
    public static long firstDifference(Path store, Path journal) {
        Path file = store.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return -1;
        }
        try (InputStream in = open(file);
                EntryLines lines = EntryLines.open(journal)) {
            long seq = 0;
            for (EntryChunk chunk = EntryChunk.read(in);
                    chunk != null && chunk.first() == seq && chunk.signature().equals(SHAPES.signature());
                    chunk = EntryChunk.read(in)) {
                var copied = new ArrayList<JournalEntry>();
                try {
                    entries(chunk, UnaryOperator.identity(), copied::add);
                } catch (RuntimeException _) {
                    return chunk.first();
                }
                for (JournalEntry copy : copied) {
                    if (!lines.next().filter(entry -> same(copy, entry)).isPresent()) {
                        return copy.seq();
                    }
                }
                seq = chunk.end();
            }
            return -1;
        } catch (IOException | JournalException e) {
            throw new StoreException("The copy of the journal at " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean same(JournalEntry copy, JournalEntry entry) {
        return copy.seq() == entry.seq()
                && copy.at().equals(entry.at())
                && copy.actor().equals(entry.actor())
                && copy.entry().equals(entry.entry());
    }
}
