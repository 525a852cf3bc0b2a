package dupin.store;

import java.nio.charset.StandardCharsets;

/// A text as the store keeps it, a fraction of its length. Immutable; equal only to itself.
public final class PackedText {
    private final byte[] packed;

    private PackedText(byte[] packed) {
        this.packed = packed;
    }

    public static PackedText of(String text) {
        return new PackedText(Packed.pack(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] packed() {
        return packed;
    }
}
