package dupin.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/// The one canonical identity of an entity: its kind and a normalised value (see [Canonical]). Ordered by kind, then value.
///
/// @param value at most [#MAX] characters: a longer one is cut and ends in the SHA-256 of the whole, so that indexes can
///     hold it and different things stay different
public record EntityKey(EntityKind kind, String value) implements Comparable<EntityKey> {
    public static final int MAX = 1_000;

    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::value);

    public EntityKey {
        if (value.length() > MAX) {
            int cut = MAX - 65;
            cut -= Character.isHighSurrogate(value.charAt(cut - 1)) ? 1 : 0;
            value = value.substring(0, cut) + "#" + sha256(value);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int compareTo(EntityKey other) {
        return ORDER.compare(this, other);
    }

    /// `kind:value`, readable again by [#parse].
    @Override
    public String toString() {
        return kind.word() + ":" + value;
    }

    /// @throws IllegalArgumentException when the text does not start with a kind's word and a colon
    public static EntityKey parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        for (EntityKind kind : EntityKind.values()) {
            if (kind.word().equals(word) && colon >= 0) {
                return new EntityKey(kind, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("Not an entity key: " + text);
    }
}
