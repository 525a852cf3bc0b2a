package dupin.journal;

import dupin.model.Entry;
import dupin.model.JournalEntry;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The journal of an open case. Thread-safe: groups of entries that several threads append at once share one flush to
/// the disk; [#append] returns when its group is durable.
public final class Journal implements AutoCloseable {

    /// Entries of a group from which on its text is not gathered before it is written.
    private static final int LARGE = 2_000;

    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final FileLease lease;
    private final FileChannel channel;
    private final LineIndex index;

    private final Object order = new Object();

    /// Guarded by `order`: the chain as accepted, some of it perhaps not yet on the disk.
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private long accepted;
    private long acceptedEnd;
    private String acceptedHead;
    private @Nullable JournalException failure;

    private final Object disk = new Object();

    /// Written under `disk`.
    private volatile Durable durable;

    private record Durable(long entries, long end, String head) {}

    private Journal(Path file, FileLease lease, FileChannel channel, LineIndex index, ChainScan.Found found) {
        this.file = file;
        this.lease = lease;
        this.channel = channel;
        this.index = index;
        this.accepted = found.entries();
        this.acceptedEnd = found.end();
        this.acceptedHead = found.head();
        this.durable = new Durable(found.entries(), found.end(), found.head());
    }

    /// Opens the journal, creating it where there is none, and checks its chain. What a crash left of an unacknowledged
    /// group is set aside as `journal.torn-N`.
    ///
    /// @throws JournalLockedException when somebody else has it open
    /// @throws JournalBrokenException when the chain does not hold; nothing was changed
    /// @throws JournalException when it cannot be read or written
    public static Journal open(Path file) {
        FileLease lease = FileLease.take(file);
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var index = new LineIndex();
            var found = ChainScan.scan(file, index::add);
            if (found.brokenLine() > 0) {
                throw new JournalBrokenException(file, found.brokenLine(), found.reason());
            }
            if (found.torn() > 0) {
                TornTail.setAside(file, channel, found.end());
                index.cut(found.entries());
            }
            channel.position(found.end());
            return new Journal(file, lease, channel, index, found);
        } catch (IOException e) {
            close(lease, channel);
            throw new JournalException("The journal " + file + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(lease, channel);
            throw e;
        }
    }

    /// Appends a group: after a crash either all of it is there or nothing.
    ///
    /// @return the entries in their places, durable; empty for no entries
    /// @throws JournalException when it could not be made durable; the journal then takes no more until it is opened again
    public List<JournalEntry> append(Instant at, String actor, List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        if (entries.size() > LARGE) {
            return appendLarge(at, actor, entries);
        }
        List<JournalEntry> written;
        synchronized (order) {
            refuseAfterFailure();
            written = accept(at, actor, entries);
        }
        flush(written.getLast().seq());
        return written;
    }

    private List<JournalEntry> accept(Instant at, String actor, List<Entry> entries) {
        var written = new ArrayList<JournalEntry>(entries.size());
        var lines = new ByteArrayOutputStream();
        var offsets = new long[entries.size()];
        long seq = accepted;
        String head = acceptedHead;
        for (int i = 0; i < entries.size(); i++) {
            offsets[i] = acceptedEnd + lines.size();
            var line = LineFormat.write(seq, at, actor, entries.get(i), entries.size() - 1 - i, head);
            lines.writeBytes(line.bytes());
            written.add(new JournalEntry(seq, at, actor, entries.get(i), head, line.hash()));
            seq++;
            head = line.hash();
        }
        waiting.writeBytes(lines.toByteArray());
        for (int i = 0; i < offsets.length; i++) {
            index.add(accepted + i, offsets[i]);
        }
        accepted = seq;
        acceptedEnd += lines.size();
        acceptedHead = head;
        return List.copyOf(written);
    }

    /// A group whose text need not be held in memory: written line by line behind all that waits. Until its last line is
    /// durable it is a torn tail, which the next opening sets aside.
    private List<JournalEntry> appendLarge(Instant at, String actor, List<Entry> entries) {
        synchronized (disk) {
            synchronized (order) {
                refuseAfterFailure();
                var written = new ArrayList<JournalEntry>(entries.size());
                try {
                    for (Entry entry : entries) {
                        int left = entries.size() - 1 - written.size();
                        var line = LineFormat.write(accepted, at, actor, entry, left, acceptedHead);
                        written.add(new JournalEntry(accepted, at, actor, entry, acceptedHead, line.hash()));
                        waiting.writeBytes(line.bytes());
                        index.add(accepted, acceptedEnd);
                        accepted++;
                        acceptedEnd += line.bytes().length;
                        acceptedHead = line.hash();
                        if (waiting.size() > CHUNK) {
                            write(waiting.toByteArray());
                            waiting.reset();
                        }
                    }
                    write(waiting.toByteArray());
                    waiting.reset();
                    channel.force(false);
                    durable = new Durable(accepted, acceptedEnd, acceptedHead);
                    return List.copyOf(written);
                } catch (IOException e) {
                    throw failed(e);
                } catch (RuntimeException | Error e) {
                    failed(new IOException(e));
                    throw e;
                }
            }
        }
    }

    private void write(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// Call under `order`.
    private JournalException failed(IOException e) {
        var told =
                new JournalException(
                        "The journal "
                                + file
                                + " could not be written: "
                                + e.getMessage()
                                + ". What was acknowledged before is kept; make room and open the case again.",
                        e);
        failure = told;
        return told;
    }

    /// Whoever comes first writes for all that wait.
    private void flush(long lastSeq) {
        synchronized (disk) {
            if (durable.entries() > lastSeq) {
                return;
            }
            byte[] bytes;
            Durable next;
            synchronized (order) {
                refuseAfterFailure();
                bytes = waiting.toByteArray();
                waiting = new ByteArrayOutputStream();
                next = new Durable(accepted, acceptedEnd, acceptedHead);
            }
            try {
                write(bytes);
                channel.force(false);
                durable = next;
            } catch (IOException e) {
                synchronized (order) {
                    throw failed(e);
                }
            }
        }
    }

    private void refuseAfterFailure() {
        if (failure != null) {
            throw new JournalException(failure.getMessage() == null ? "" : failure.getMessage(), failure);
        }
    }

    /// Hands over the durable entries from a number on, in order; entries appended meanwhile may be left out.
    ///
    /// @throws JournalException when a line holds what this version does not know, naming the line
    public void read(long fromSeq, Consumer<JournalEntry> consumer) {
        read(fromSeq, Long.MAX_VALUE, consumer);
    }

    /// Whether the entry at the position is durable and bears the hash.
    public boolean holds(long seq, String hash) {
        Durable now = durable;
        if (seq < 0 || seq >= now.entries()) {
            return false;
        }
        if (seq == now.entries() - 1) {
            return now.head().equals(hash);
        }
        var found = new ArrayList<String>(1);
        read(seq, seq + 1, entry -> found.add(entry.hash()));
        return found.equals(List.of(hash));
    }

    /// As [#read(long,Consumer)], but stops before a number.
    public void read(long fromSeq, long beforeSeq, Consumer<JournalEntry> consumer) {
        read(fromSeq, beforeSeq, "", consumer);
    }

    /// As [#read(long,Consumer)], but only entries of one type; the others are passed over without parsing them.
    ///
    /// @param type as [EntryCodec#type] names it; "" for every type
    public void read(long fromSeq, long beforeSeq, String type, Consumer<JournalEntry> consumer) {
        long end = Math.min(beforeSeq, durable.entries());
        if (fromSeq >= end) {
            return;
        }
        long first = Math.max(0, fromSeq);
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
            var mark = index.before(first);
            source.position(mark.offset());
            var lines = new LineReader(new BufferedInputStream(Channels.newInputStream(source), 1 << 16));
            for (long seq = mark.seq(); seq < end; seq++) {
                int length = lines.next();
                if (length < 0) {
                    throw new JournalException("The journal " + file + " became shorter while it was open.");
                }
                if (seq >= first && (type.isEmpty() || LineFormat.bears(lines.line(), length, type))) {
                    consumer.accept(LineFormat.read(lines.line(), length, seq + 1));
                }
            }
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Number of durable entries.
    public long size() {
        return durable.entries();
    }

    /// Hash of the last durable entry; 64 zeros when there is none.
    public String head() {
        return durable.head();
    }

    @Override
    public void close() {
        synchronized (disk) {
            close(lease, channel);
        }
    }

    private static void close(FileLease lease, @Nullable FileChannel channel) {
        try (lease;
                channel) {
            return;
        } catch (IOException e) {
            throw new JournalException("The journal could not be closed: " + e.getMessage(), e);
        }
    }
}
