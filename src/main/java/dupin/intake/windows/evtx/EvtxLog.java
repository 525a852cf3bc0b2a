package dupin.intake.windows.evtx;

import dupin.intake.windows.WindowsRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads a binary event log from its start to its end, a chunk of 64 KiB at a time, and keeps no more than that. Reads on
/// the calling thread.
public final class EvtxLog {
    private static final byte[] MAGIC = "ElfFile\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 4_096;

    private EvtxLog() {}

    /// Takes what a log holds, in the order of the file.
    public interface Reader {

        /// @param offset where it stands in the file
        void record(long offset, WindowsRecord record);

        /// Something that could not be read; reading goes on behind it.
        ///
        /// @param reason a sentence
        void damaged(long offset, String reason);

        /// @param bytesRead so far
        void progress(long bytesRead);
    }

    /// Whether the bytes are the start of a log.
    public static boolean isLog(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// @throws IOException when the file itself cannot be read
    public static void read(InputStream in, Reader reader) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            reader.damaged(0, "The file ends inside its head, after " + head.length + " bytes.");
            return;
        }
        byte[] chunk = new byte[Chunk.SIZE];
        long position = HEAD;
        for (int n = in.readNBytes(chunk, 0, chunk.length); n > 0; n = in.readNBytes(chunk, 0, chunk.length)) {
            new Chunk(chunk, n, position, reader).read();
            position += n;
            reader.progress(position);
        }
    }
}
