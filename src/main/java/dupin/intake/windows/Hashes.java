package dupin.intake.windows;

/// The field in which the sensor names all hashes of a file.
final class Hashes {
    private Hashes() {}

    /// The hash of the algorithm, also when it stands there alone and without its name; "" when there is none or it is all
    /// zeroes, which the sensor writes for a file that it could not read.
    static String of(String hashes, String algorithm, int digits) {
        int start = hashes.length() == digits && hashes.indexOf('=') < 0 ? 0 : -1;
        for (int at = hashes.indexOf(algorithm + "="); at >= 0 && start < 0; ) {
            boolean whole = at == 0 || hashes.charAt(at - 1) == ',' || hashes.charAt(at - 1) == ' ';
            start = whole ? at + algorithm.length() + 1 : -1;
            at = hashes.indexOf(algorithm + "=", at + 1);
        }
        if (start < 0 || hashes.length() < start + digits) {
            return "";
        }
        boolean zero = true;
        for (int i = start; i < start + digits; i++) {
            char c = hashes.charAt(i);
            if (Character.digit(c, 16) < 0) {
                return "";
            }
            zero &= c == '0';
        }
        return zero ? "" : hashes.substring(start, start + digits);
    }
}
