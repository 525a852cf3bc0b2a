package dupin.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as the console writes them: ISO, milliseconds, zone always printed. Any thread.
public final class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS ", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm ", Locale.ROOT);
    private static final DateTimeFormatter ZONE =
            new DateTimeFormatterBuilder().appendOffset("+HH:MM", "Z").toFormatter(Locale.ROOT);

    private Times() {}

    /// `2026-11-21 17:24:05.123 Z`; "" when unset.
    public static String utc(@Nullable Instant time) {
        return in(ZoneOffset.UTC, time);
    }

    /// `2026-11-21 17:24 Z`; "" when unset.
    public static String utcMinute(@Nullable Instant time) {
        return time == null ? "" : format(MINUTE, ZoneOffset.UTC, time);
    }

    /// As [#utc] in another zone, for example `2026-11-21 18:24:05.123 +01:00`.
    public static String in(ZoneId zone, @Nullable Instant time) {
        return time == null ? "" : format(FULL, zone, time);
    }

    /// The two largest units: `2 d 3 h`, `14 min 5 s`, `340 ms`.
    public static String duration(Duration span) {
        Duration d = span.abs();
        long[] amounts = {d.toDays(), d.toHoursPart(), d.toMinutesPart(), d.toSecondsPart()};
        String[] units = {" d", " h", " min", " s"};
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                boolean second = i + 1 < amounts.length && amounts[i + 1] > 0;
                return amounts[i] + units[i] + (second ? " " + amounts[i + 1] + units[i + 1] : "");
            }
        }
        return d.toMillis() + " ms";
    }

    /// Time left until a pending action expires; "" when it never does.
    public static String countdown(@Nullable Instant expires, Instant now) {
        if (expires == null) {
            return "";
        }
        Duration left = Duration.between(now, expires);
        if (left.isNegative() || left.isZero()) {
            return Messages.text("times.expired");
        }
        return left.compareTo(Duration.ofMinutes(1)) < 0
                ? Messages.text("times.underAMinute")
                : duration(left.truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    }

    private static String format(DateTimeFormatter formatter, ZoneId zone, Instant time) {
        var at = time.atZone(zone);
        return formatter.format(at) + ZONE.format(at);
    }
}
