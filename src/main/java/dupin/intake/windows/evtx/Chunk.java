package dupin.intake.windows.evtx;

import dupin.intake.windows.WindowsRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/// One chunk of a log and its records. What is damaged is told and passed over; reading goes on at the next record.
final class Chunk {
    static final int SIZE = 65_536;

    private static final byte[] MAGIC = "ElfChnk\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RECORD = {0x2A, 0x2A, 0, 0};
    private static final int FIRST = 512;
    private static final int SMALLEST = 28;

    private final Bytes bytes;
    private final long start;
    private final EvtxLog.Reader reader;
    private final BinXml xml;

    /// @param start where the chunk stands in the file
    Chunk(byte[] array, int length, long start, EvtxLog.Reader reader) {
        this.bytes = new Bytes(array, length);
        this.start = start;
        this.reader = reader;
        this.xml = new BinXml(bytes);
    }

    void read() {
        if (blank()) {
            return;
        }
        if (!bytes.starts(0, MAGIC)) {
            reader.damaged(
                    start, "The chunk at byte " + start + " has no head; its records were looked for one by one.");
        }
        // Beyond this stand remains of older records, unless the head is older than the records.
        int free = bytes.starts(0, MAGIC) && bytes.length() >= 52 ? bytes.i32(48) : SIZE;
        int end = free < FIRST || free > SIZE ? SIZE : free;
        long last = -1;
        int at = FIRST;
        while (at < bytes.length()) {
            int size = size(at);
            if (size == 0) {
                int next = next(at + 1);
                boolean cutOff = bytes.starts(at, RECORD) && at < end;
                if (cutOff || at < end && (next < bytes.length() && next < end || truncated(end))) {
                    reader.damaged(start + at, "The record at byte " + (start + at) + " is damaged or cut off.");
                }
                at = next;
                continue;
            }
            long id = bytes.i64(at + 8);
            if (at >= end && id != last + 1) {
                return;
            }
            record(at, size, id);
            last = id;
            at += size;
        }
    }

    private boolean truncated(int end) {
        return bytes.length() < SIZE && end > bytes.length();
    }

    private boolean blank() {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.array()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Size of a whole record at the offset, 0 when there is none.
    private int size(int at) {
        if (at > bytes.length() - SMALLEST || !bytes.starts(at, RECORD)) {
            return 0;
        }
        int size = bytes.i32(at + 4);
        return size >= SMALLEST && size <= bytes.length() - at && bytes.i32(at + size - 4) == size ? size : 0;
    }

    private int next(int from) {
        for (int at = from; at <= bytes.length() - SMALLEST; at++) {
            if (bytes.array()[at] == RECORD[0] && size(at) > 0) {
                return at;
            }
        }
        return bytes.length();
    }

    private void record(int at, int size, long id) {
        WindowsRecord record;
        try {
            var elements = new Expansion(bytes, xml).read(at + 24, at + size - 4);
            record = EventXml.record(elements, id, Values.instant(bytes.i64(at + 16)));
        } catch (DamagedException | DateTimeException | ArithmeticException e) {
            reader.damaged(
                    start + at, "The record " + id + " at byte " + (start + at) + " was not read: " + reason(e) + ".");
            return;
        }
        reader.record(start + at, record);
    }

    private static String reason(RuntimeException e) {
        return e instanceof DamagedException ? String.valueOf(e.getMessage()) : "a time in it is out of range";
    }
}
