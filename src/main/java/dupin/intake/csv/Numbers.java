package dupin.intake.csv;

/// Whole numbers as tables write them.
public final class Numbers {

    private Numbers() {}

    /// The number, in decimal or `0x` notation, of a text such as `4242`, `4242.0` or `0x1092`; 0 when it is none or too
    /// large for 63 bits.
    public static long parse(String text) {
        int length = text.length();
        int i = 0;
        boolean negative = length > 1 && text.charAt(0) == '-';
        if (negative) {
            i = 1;
        }
        if (length > i + 2 && text.charAt(i) == '0' && (text.charAt(i + 1) | 0x20) == 'x') {
            return hexadecimal(text, i + 2);
        }
        long value = 0;
        int digits = 0;
        for (; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            digits++;
        }
        boolean whole = i == length || text.charAt(i) == '.' && zeroes(text, i + 1);
        return digits == 0 || digits > 18 || !whole ? 0 : negative ? -value : value;
    }

    private static boolean zeroes(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static long hexadecimal(String text, int from) {
        try {
            return text.length() - from > 15 ? 0 : Long.parseLong(text, from, text.length(), 16);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
