package dupin.model.hunt;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known word that a mistyped one was meant for. Pure.
final class Nearest {
    private static final int LONGEST = 32;

    private Nearest() {}

    static Optional<String> of(String typed, Collection<String> words) {
        int far = typed.length() < 4 ? 0 : typed.length() < 6 ? 1 : 2;
        if (typed.length() > LONGEST || far == 0) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= far)
                .filter(word -> distance(typed, word) <= far)
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    private static int distance(String typed, String known) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = known.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
