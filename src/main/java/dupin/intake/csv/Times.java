package dupin.intake.csv;

import dupin.intake.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Times in table cells. A row has half a dozen of them, so the usual spelling (ISO 8601 in UTC with `T` or a blank and up
/// to nine digits of a second) is read without a pattern; every other one is left to [Instants].
public final class Times {
    private static final int SHORTEST = "2024-07-04T22:35:00".length();

    private Times() {}

    /// The time in UTC; null when the text is no time, or year 1, which stands for "unset".
    public static @Nullable Instant parse(String text) {
        if (text.length() < 8) {
            return null;
        }
        Instant usual =
                text.length() >= SHORTEST && text.charAt(4) == '-' && text.charAt(13) == ':' ? usual(text) : null;
        return usual != null ? usual : Instants.parse(text);
    }

    private static @Nullable Instant usual(String text) {
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        boolean shaped =
                text.charAt(7) == '-' && (text.charAt(10) == 'T' || text.charAt(10) == ' ') && text.charAt(16) == ':';
        if (!shaped
                || (month | day | hour | minute | second) < 0
                || year <= 1
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        int at = SHORTEST;
        int nano = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int unit = 100_000_000;
            at++;
            while (at < text.length() && digit(text, at) >= 0) {
                nano += digit(text, at++) * unit;
                unit /= 10;
            }
        }
        boolean utc =
                at == text.length()
                        || text.startsWith("Z", at) && at + 1 == text.length()
                        || text.startsWith("+00:00", at);
        if (!utc) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second, nano);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Negative when there are no two digits.
    private static int two(String text, int at) {
        int tens = digit(text, at);
        int ones = digit(text, at + 1);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(String text, int at) {
        int digit = text.charAt(at) - '0';
        return digit < 0 || digit > 9 ? -1 : digit;
    }
}
