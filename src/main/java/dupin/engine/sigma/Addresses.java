package dupin.engine.sigma;

import org.jspecify.annotations.Nullable;

/// Reads literal addresses.
final class Addresses {
    private Addresses() {}

    /// Four or sixteen bytes; null when the text is no address. IPv4 mapped into IPv6 is IPv4.
    static byte @Nullable [] parse(String text) {
        if (text.indexOf(':') < 0) {
            return v4(text);
        }
        int zone = text.indexOf('%');
        return v6(zone < 0 ? text : text.substring(0, zone));
    }

    private static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int number = number(parts[i], 10, 3);
            if (number < 0 || number > 255) {
                return null;
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    private static int number(String text, int radix, int digits) {
        if (text.isEmpty() || text.length() > digits) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        byte @Nullable [] head = groups(gap < 0 ? text : text.substring(0, gap));
        byte @Nullable [] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > 16 || gap < 0 && head.length != 16) {
            return null;
        }
        byte[] bytes = new byte[16];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        for (int i = 0; i < 12; i++) {
            if (bytes[i] != (i < 10 ? 0 : (byte) 0xff)) {
                return bytes;
            }
        }
        return java.util.Arrays.copyOfRange(bytes, 12, 16);
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
        if (parts.length > 8) {
            return null;
        }
        byte[] bytes = new byte[parts.length * 2 + (dotted ? 2 : 0)];
        for (int i = 0; i < parts.length; i++) {
            if (dotted && i == parts.length - 1) {
                byte @Nullable [] v4 = v4(parts[i]);
                if (v4 == null) {
                    return null;
                }
                System.arraycopy(v4, 0, bytes, i * 2, 4);
                continue;
            }
            int number = number(parts[i], 16, 4);
            if (number < 0) {
                return null;
            }
            bytes[i * 2] = (byte) (number >> 8);
            bytes[i * 2 + 1] = (byte) number;
        }
        return bytes;
    }
}
