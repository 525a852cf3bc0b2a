package dupin.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one canonical identity of an entity: its kind and a normalised value (see [Canonical]). Ordered by kind, then value.
///
/// @param value at most [#MAX] characters: a longer one is cut and ends in the SHA-256 of the whole, so that indexes can
///     hold it and different things stay different
public record EntityKey(EntityKind kind, String value) implements Comparable<EntityKey> {
    public static final int MAX = 1_000;

    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::value);

    private static final Map<String, EntityKind> KINDS =
            Stream.of(EntityKind.values()).collect(Collectors.toUnmodifiableMap(EntityKind::word, kind -> kind));

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
        EntityKind kind = colon < 0 ? null : KINDS.get(text.substring(0, colon));
        if (kind == null) {
            throw new IllegalArgumentException("Not an entity key: " + text);
        }
        return new EntityKey(kind, text.substring(colon + 1));
    }
}
