package dupin.ui.fx;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as the console writes them: ISO, milliseconds, in the zone that the screen shows, which is always printed. Any thread.
public final class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS ", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm ", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss ", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ZONE =
            new DateTimeFormatterBuilder().appendOffset("+HH:MM", "Z").toFormatter(Locale.ROOT);

    private static final Pattern ISO =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z\\b");

    /// One for the whole screen, as its fonts are: cells, sheets and exports must not differ.
    private static final AtomicReference<ZoneId> SHOWN = new AtomicReference<>(ZoneOffset.UTC);

    private Times() {}

    /// The zone that the screen shows from now on; what is on the screen must be drawn anew.
    public static void show(ZoneId zone) {
        SHOWN.set(zone);
    }

    /// The zone that the screen shows.
    public static ZoneId shown() {
        return Objects.requireNonNull(SHOWN.get());
    }

    /// A zone by the word of the settings; UTC where there is no such zone.
    public static ZoneId zone(String word) {
        try {
            return word.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(word);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /// `2026-11-21 17:24:05.123 Z`; "" when unset.
    public static String full(@Nullable Instant time) {
        return in(shown(), time);
    }

    /// `2026-11-21 17:24 Z`; "" when unset.
    public static String minute(@Nullable Instant time) {
        return time == null ? "" : format(MINUTE, shown(), time);
    }

    /// Both ends, as exact as they have to be; the day and the zone once where they are the same.
    static String span(Instant from, Instant to) {
        String one = brief(from);
        String other = brief(to);
        var start = from.atZone(shown());
        var end = to.atZone(shown());
        if (!start.toLocalDate().equals(end.toLocalDate()) || !start.getOffset().equals(end.getOffset())) {
            return Messages.text("filter.between", one, other);
        }
        return Messages.text(
                "filter.between", one.substring(0, one.lastIndexOf(' ')), other.substring(other.indexOf(' ') + 1));
    }

    /// `17:00`, without its day and zone: for marks beside a time that says them.
    public static String hour(Instant time) {
        return HOUR.format(time.atZone(shown()));
    }

    /// As exact as it has to be: without seconds, or without thousandths, where they are nought; "" when unset.
    public static String brief(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        boolean second = time.getNano() == 0;
        return !second ? full(time) : format(time.getEpochSecond() % 60 == 0 ? MINUTE : SECOND, shown(), time);
    }

    /// Text with its UTC times written as all others are.
    public static String within(String text) {
        return ISO.matcher(text)
                .replaceAll(found -> {
                    try {
                        return Matcher.quoteReplacement(full(Instant.parse(found.group())));
                    } catch (DateTimeException noTime) {
                        return Matcher.quoteReplacement(found.group());
                    }
                });
    }

    /// As [#full] in a given zone, for example `2026-11-21 18:24:05.123 +01:00`.
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
