package dupin.ui.fx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date, or a date and time, as people type it or copy it from a cell: `2026-11-21`, `2026-11-21 17:24`,
/// `2026-11-21 17:24:05.123 Z`; the year after 9999 is where its last day ends. Without an offset it is in the given zone. Pure.
final class TypedTime {
    private static final Pattern FORM =
            Pattern.compile(
                    "((?:\\d{4}|\\+10000)-\\d{2}-\\d{2})(?:[T ]+(\\d{1,2}:\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}:\\d{2})?)?",
                    Pattern.CASE_INSENSITIVE);

    private TypedTime() {}

    /// The first moment of what is said; empty where the text is no time.
    static Optional<Instant> start(String text, ZoneId zone) {
        return read(text, zone, 0);
    }

    /// The moment at which it is over: of a date alone the end of the day, else the time itself.
    static Optional<Instant> end(String text, ZoneId zone) {
        return read(text, zone, 1);
    }

    private static Optional<Instant> read(String text, ZoneId zone, int daysAfterDate) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(form.group(1));
            String hour = form.group(2);
            if (hour == null) {
                return Optional.of(date.plusDays(daysAfterDate).atStartOfDay(zone).toInstant());
            }
            String nanos = form.group(4) == null ? "0" : (form.group(4) + "00000000").substring(0, 9);
            LocalTime time =
                    LocalTime.parse(hour.length() == 4 ? "0" + hour : hour)
                            .plusSeconds(form.group(3) == null ? 0 : second(form.group(3)))
                            .withNano(Integer.parseInt(nanos));
            String offset = form.group(5);
            ZonedDateTime read =
                    date.atTime(time).atZone(offset == null ? zone : ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
            // Of an hour that comes twice the whole of it.
            return Optional.of(
                    (daysAfterDate == 0 ? read.withEarlierOffsetAtOverlap() : read.withLaterOffsetAtOverlap())
                            .toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int second(String digits) {
        int second = Integer.parseInt(digits);
        if (second > 59) {
            throw new DateTimeException("No second " + second);
        }
        return second;
    }
}
