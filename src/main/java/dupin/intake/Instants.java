package dupin.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the spellings of time that exports use; without a zone it is UTC. None throws; what is no time, and the year 1
/// that stands for "unset", is null.
public final class Instants {
    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?\\s*(?:Z|UTC|([+-])(\\d{2}):?(\\d{2})?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:,? (\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?\\s*(AM|PM)?)?\\s*(?:Z|UTC)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EPOCH = Pattern.compile("(?:/Date\\()?(\\d{9,19})(?:\\.(\\d{1,9})\\d*)?(?:\\)/)?");
    private static final int LONGEST = 64;

    private Instants() {}

    public static @Nullable Instant parse(@Nullable String value) {
        if (value == null || value.length() < 8 || value.length() > LONGEST) {
            return null;
        }
        String text = value.strip();
        try {
            var iso = ISO.matcher(text);
            if (iso.matches()) {
                return iso(iso);
            }
            var monthFirst = MONTH_FIRST.matcher(text);
            if (monthFirst.matches()) {
                return monthFirst(monthFirst);
            }
            var epoch = EPOCH.matcher(text);
            return epoch.matches() ? epoch(Long.parseLong(epoch.group(1)), nanos(epoch.group(2))) : null;
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }

    /// Seconds, milliseconds, microseconds or 100-nanosecond ticks since 1970, told by size.
    public static @Nullable Instant epoch(long number, int nanos) {
        if (number < 100_000_000L) {
            return null;
        }
        if (number < 100_000_000_000L) {
            return Instant.ofEpochSecond(number, nanos);
        }
        if (number < 100_000_000_000_000L) {
            return Instant.ofEpochMilli(number);
        }
        if (number < 10_000_000_000_000_000L) {
            return Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000);
        }
        return Instant.ofEpochSecond(number / 1_000_000_000, number % 1_000_000_000);
    }

    private static @Nullable Instant iso(Matcher m) {
        int year = number(m.group(1));
        if (year <= 1) {
            return null;
        }
        var local =
                LocalDateTime.of(
                        year,
                        number(m.group(2)),
                        number(m.group(3)),
                        number(m.group(4)),
                        number(m.group(5)),
                        Math.min(59, number(m.group(6))),
                        nanos(m.group(7)));
        if (m.group(8) == null) {
            return local.toInstant(ZoneOffset.UTC);
        }
        int sign = m.group(8).equals("-") ? -1 : 1;
        return local.toInstant(ZoneOffset.ofHoursMinutes(sign * number(m.group(9)), sign * number(m.group(10))));
    }

    private static @Nullable Instant monthFirst(Matcher m) {
        int year = number(m.group(3));
        if (year <= 1) {
            return null;
        }
        int hour = number(m.group(4));
        String half = m.group(8);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
        }
        return LocalDateTime.of(
                        year,
                        number(m.group(1)),
                        number(m.group(2)),
                        hour,
                        number(m.group(5)),
                        number(m.group(6)),
                        nanos(m.group(7)))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
