package dupin.engine.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The encodings that a value may be looked for in.
final class Encodings {
    private static final int[] SKIP = {0, 2, 3};
    private static final int[] CUT = {0, 3, 2};

    private Encodings() {}

    /// The bytes that the first encoding starts from.
    static byte[] start(String text, String how) {
        return how.startsWith("utf16") || how.equals("wide")
                ? text.getBytes(StandardCharsets.UTF_16BE)
                : Glob.utf8(text);
    }

    static List<byte[]> apply(String how, byte[] bytes) {
        return switch (how) {
            case "utf16be" -> List.of(bytes);
            case "utf16le", "wide" -> List.of(swapped(bytes, 0));
            case "utf16" -> {
                byte[] marked = swapped(bytes, 2);
                marked[0] = (byte) 0xff;
                marked[1] = (byte) 0xfe;
                yield List.of(marked);
            }
            case "base64" -> List.of(Base64.getEncoder().encode(bytes));
            default -> offsets(bytes);
        };
    }

    private static byte[] swapped(byte[] bytes, int offset) {
        byte[] swapped = new byte[bytes.length + offset];
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            swapped[offset + i] = bytes[i + 1];
            swapped[offset + i + 1] = bytes[i];
        }
        return swapped;
    }

    /// The part of the encoding that stays the same whatever stands before and after, at each of the three offsets.
    private static List<byte[]> offsets(byte[] bytes) {
        var variants = new ArrayList<byte[]>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[bytes.length + offset];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            int end = encoded.length() - CUT[shifted.length % 3];
            if (end > SKIP[offset]) {
                variants.add(encoded.substring(SKIP[offset], end).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return variants;
    }

    /// Bytes as text: UTF-8 where they are that, else one character for each.
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
