package dupin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The right of one process to write a case: an operating system lock on `journal.lock`, which falls with the process.
/// The file names its holder, for the message to others; it stays when the lock is given up.
final class FileLease implements AutoCloseable {

    /// The locked byte lies far behind the text, so that others can read the text where locks are mandatory.
    private static final long LOCKED_BYTE = 1L << 40;

    /// Leases of this process. The one place where state is static: the operating system's lock belongs to the process,
    /// and closing a second channel on the file would give up the first one's lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileLease take(Path journal) {
        Path folder = Objects.requireNonNull(journal.toAbsolutePath().getParent(), "a journal lies in a folder");
        Path file;
        try {
            Files.createDirectories(folder);
            file = folder.toRealPath().resolve("journal.lock");
        } catch (IOException e) {
            throw new JournalException("The case folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        if (!HELD.add(file)) {
            throw locked(folder, "in this window");
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw locked(folder, holder(channel));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
            return new FileLease(file, channel);
        } catch (IOException e) {
            giveUp(file, channel, e);
            throw new JournalException("The case cannot be locked at " + file + ": " + e.getMessage(), e);
        } catch (JournalLockedException e) {
            giveUp(file, channel, e);
            throw e;
        }
    }

    private static JournalLockedException locked(Path folder, String where) {
        return new JournalLockedException(
                "The case "
                        + folder
                        + " is already open ("
                        + where
                        + "). Close it there first: one case is written by one process at a time.");
    }

    private static String holder(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(64);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return holder.matches("process \\d+") ? holder : "another process";
    }

    private static void giveUp(Path file, @Nullable FileChannel channel, Exception cause) {
        HELD.remove(file);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
