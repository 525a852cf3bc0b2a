package dupin.journal;

import dupin.model.Entry;
import dupin.model.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One line of the file: writing it, and reading its place in the chain without parsing what it says.
final class LineFormat {

    static final String NO_HASH = "0".repeat(64);

    private static final int HASH_MEMBER = ",\"hash\":\"\"".length() + 64;

    /// What stands before the entry.
    private static final byte[] ACTOR = bytes("{\"actor\":\"");

    private static final byte[] AT = bytes("\",\"at\":\"");
    private static final byte[] ENTRY = bytes("\",\"entry\":");

    private LineFormat() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A line's place in the chain.
    ///
    /// @param computed the hash that its text really has
    record Link(String hash, int left, String prev, long seq, String type, String computed) {}

    /// A line with its line end, and its hash.
    record Written(byte[] bytes, String hash) {}

    static Written write(long seq, Instant at, String actor, Entry entry, int left, String prev) {
        String head =
                "{\"actor\":"
                        + EntryCodec.quote(actor)
                        + ",\"at\":\""
                        + at
                        + "\",\"entry\":"
                        + EntryCodec.write((Record) entry);
        String tail =
                ",\"left\":"
                        + left
                        + ",\"prev\":\""
                        + prev
                        + "\",\"seq\":"
                        + seq
                        + ",\"type\":\""
                        + EntryCodec.type(entry)
                        + "\"}";
        MessageDigest sha = sha256();
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] tailBytes = tail.getBytes(StandardCharsets.UTF_8);
        sha.update(headBytes);
        sha.update(tailBytes);
        String hash = HexFormat.of().formatHex(sha.digest());
        byte[] hashBytes = (",\"hash\":\"" + hash + "\"").getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[headBytes.length + hashBytes.length + tailBytes.length + 1];
        System.arraycopy(headBytes, 0, line, 0, headBytes.length);
        System.arraycopy(hashBytes, 0, line, headBytes.length, hashBytes.length);
        System.arraycopy(tailBytes, 0, line, headBytes.length + hashBytes.length, tailBytes.length);
        line[line.length - 1] = '\n';
        return new Written(line, hash);
    }

    /// The line's place in the chain; null when it is no line of a journal.
    ///
    /// @param line without its line end
    /// @param sha a digest to compute with; left empty
    static @Nullable Link link(byte[] line, int length, MessageDigest sha) {
        LineTail tail = LineTail.of(line, length);
        if (tail == null) {
            return null;
        }
        sha.update(line, 0, tail.start());
        int rest = tail.start() + HASH_MEMBER;
        sha.update(line, rest, length - rest);
        return new Link(
                tail.hash(), tail.left(), tail.prev(), tail.seq(), tail.type(), HexFormat.of().formatHex(sha.digest()));
    }

    /// Whether the line's entry is of the type; the line ends with it.
    static boolean bears(byte[] line, int length, String type) {
        byte[] end = bytes(",\"type\":\"" + type + "\"}");
        return length >= end.length && Arrays.equals(line, length - end.length, length, end, 0, end.length);
    }

    /// @param number the line's number from 1, for the message
    static JournalEntry read(byte[] line, int length, long number) {
        try {
            LineTail tail = LineTail.of(line, length);
            int actorEnd = quote(line, ACTOR.length, length);
            int atEnd = quote(line, actorEnd + AT.length, length);
            int entry = atEnd + ENTRY.length;
            if (tail == null
                    || !stands(line, 0, ACTOR)
                    || !stands(line, actorEnd, AT)
                    || !stands(line, atEnd, ENTRY)
                    || entry > tail.start()) {
                throw new JournalException("it is no line of a journal");
            }
            return new JournalEntry(
                    tail.seq(),
                    Instant.parse(
                            new String(
                                    line,
                                    actorEnd + AT.length,
                                    atEnd - actorEnd - AT.length,
                                    StandardCharsets.ISO_8859_1)),
                    EntryCodec.text(line, ACTOR.length - 1, actorEnd + 1),
                    EntryCodec.entry(tail.type(), line, entry, tail.start()),
                    tail.prev(),
                    tail.hash());
        } catch (JacksonException | java.time.DateTimeException | JournalException e) {
            String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new JournalException("Journal line " + number + " cannot be read: " + reason, e);
        }
    }

    /// Where the JSON string that begins at a place ends; the line's length when it does not.
    private static int quote(byte[] line, int from, int length) {
        for (int i = from; i < length; i++) {
            if (line[i] == '"') {
                return i;
            }
            if (line[i] == '\\') {
                i++;
            }
        }
        return length;
    }

    private static boolean stands(byte[] line, int at, byte[] text) {
        return at + text.length <= line.length && Arrays.equals(line, at, at + text.length, text, 0, text.length);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
