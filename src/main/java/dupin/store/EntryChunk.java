package dupin.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Some entries of the journal, one after the other, as [EntryCopy] keeps them in its file.
///
/// @param signature of the records that they consist of
/// @param first number of the first entry
/// @param before hash of the journal's line before the first
/// @param last hash of the last one's line
record EntryChunk(String signature, long first, int count, String before, String last, byte[] content) {
    private static final int MAGIC = 0x44455031;
    private static final int HASH = 64;
    private static final int HEAD = 4 + 8 + 4 + 3 * HASH + 4;
    private static final int DIGEST = 32;
    private static final int LONGEST = 256 << 20;

    long end() {
        return first + count;
    }

    /// Bytes that it takes in the file.
    long size() {
        return HEAD + DIGEST + (long) content.length;
    }

    /// The chunk as it stands in the file: head, digest of all, content.
    byte[] bytes() {
        var head = ByteBuffer.allocate(HEAD).putInt(MAGIC).putLong(first).putInt(count);
        head.put(ascii(signature)).put(ascii(before)).put(ascii(last)).putInt(content.length);
        byte[] digest = digest(head.array(), content);
        return ByteBuffer.allocate(HEAD + DIGEST + content.length).put(head.array()).put(digest).put(content).array();
    }

    /// The next chunk; null at the end, or where no whole chunk stands.
    static @Nullable EntryChunk read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        byte[] digest = in.readNBytes(DIGEST);
        if (head.length < HEAD || digest.length < DIGEST) {
            return null;
        }
        var at = ByteBuffer.wrap(head);
        if (at.getInt() != MAGIC) {
            return null;
        }
        long first = at.getLong();
        int count = at.getInt();
        String signature = text(at);
        String before = text(at);
        String last = text(at);
        int length = at.getInt();
        if (first < 0 || count <= 0 || length < 0 || length > LONGEST) {
            return null;
        }
        byte[] content = in.readNBytes(length);
        return content.length == length && MessageDigest.isEqual(digest, digest(head, content))
                ? new EntryChunk(signature, first, count, before, last, content)
                : null;
    }

    private static byte[] ascii(String hash) {
        byte[] bytes = hash.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != HASH) {
            throw new StoreException("Not a hash: " + hash);
        }
        return bytes;
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[HASH];
        from.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] digest(byte[] head, byte[] content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(head);
            return sha.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
