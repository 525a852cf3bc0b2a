package dupin.model;

import java.util.Comparator;

/// The one canonical identity of an entity: its kind and a normalised value (see [Canonical]). Ordered by kind, then value.
public record EntityKey(EntityKind kind, String value) implements Comparable<EntityKey> {

    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::value);

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
