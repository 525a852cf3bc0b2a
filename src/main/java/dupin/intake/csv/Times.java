package dupin.intake.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Times as tables write them, without a formatter: a row has half a dozen of them.
///
/// Read are ISO 8601 with `T` or a blank, up to nine digits of a second and `Z`, an offset or nothing (UTC), and the
/// month-first forms of portals (`7/4/2024, 10:35:00.593 PM`, `Jul 4, 2024 10:35:00 PM`; with or without comma, seconds
/// and halves of the day).
public final class Times {

    private Times() {}

    /// The time in UTC; null when the text is no time, or year 1, which stands for "unset".
    public static @Nullable Instant parse(String text) {
        if (text.length() < 8) {
            return null;
        }
        try {
            var reader = new Reader(text);
            Instant time = text.charAt(4) == '-' ? reader.iso() : reader.monthFirst(Character.isLetter(text.charAt(0)));
            return time == null || time.getEpochSecond() < UNSET_BEFORE ? null : time;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The start of the year 2: what is earlier is an unset value in some zone.
    private static final long UNSET_BEFORE = LocalDate.of(2, 1, 1).toEpochDay() * 86_400;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// A cursor over the text. Numbers that are missing make the whole text no time.
    private static final class Reader {
        private final String text;
        private int at;
        private boolean broken;

        Reader(String text) {
            this.text = text;
        }

        private @Nullable Instant iso() {
            int year = digits(4, 4);
            skip('-');
            int month = digits(2, 2);
            skip('-');
            int day = digits(2, 2);
            if (at == text.length()) {
                return instant(year, month, day, 0, 0);
            }
            if (!take('T') && !take(' ')) {
                return null;
            }
            return withTime(year, month, day);
        }

        private @Nullable Instant monthFirst(boolean named) {
            int month = named ? monthName() : digits(1, 2);
            skip(named ? ' ' : '/');
            int day = digits(1, 2);
            if (named) {
                take(',');
            }
            skip(named ? ' ' : '/');
            int year = digits(4, 4);
            if (broken) {
                return null;
            }
            take(',');
            blanks();
            return at == text.length() ? instant(year, month, day, 0, 0) : withTime(year, month, day);
        }

        private int monthName() {
            for (int i = 0; i < MONTHS.length(); i += 3) {
                if (text.regionMatches(true, 0, MONTHS, i, 3)) {
                    at = 3;
                    return i / 3 + 1;
                }
            }
            broken = true;
            return 0;
        }

        private @Nullable Instant withTime(int year, int month, int day) {
            int hour = digits(1, 2);
            skip(':');
            int minute = digits(2, 2);
            int second = take(':') ? digits(2, 2) : 0;
            int nano = take('.') || take(',') ? fraction() : 0;
            blanks();
            hour = half(hour);
            int offset = offset();
            if (broken || at != text.length() || hour > 24 || minute > 59 || second > 60) {
                return null;
            }
            return instant(year, month, day, hour * 3_600L + minute * 60 + second - offset, nano);
        }

        private @Nullable Instant instant(int year, int month, int day, long seconds, int nano) {
            return broken ? null : Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * 86_400 + seconds, nano);
        }

        private int half(int hour) {
            if (at + 2 > text.length() || (text.charAt(at + 1) | 0x20) != 'm') {
                return hour;
            }
            int letter = text.charAt(at) | 0x20;
            if (letter != 'a' && letter != 'p') {
                return hour;
            }
            at += 2;
            blanks();
            return hour % 12 + (letter == 'p' ? 12 : 0);
        }

        private int offset() {
            if (take('Z') || take('z') || at == text.length()) {
                return 0;
            }
            if (text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
                at += 3;
                return 0;
            }
            int sign = take('+') ? 1 : take('-') ? -1 : 0;
            if (sign == 0) {
                broken = true;
                return 0;
            }
            int hours = digits(2, 2);
            take(':');
            int minutes = at < text.length() ? digits(2, 2) : 0;
            return broken ? 0 : sign * ZoneOffset.ofHoursMinutes(hours, minutes).getTotalSeconds();
        }

        private int fraction() {
            int start = at;
            int nano = 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                if (at - start < 9) {
                    nano = nano * 10 + text.charAt(at) - '0';
                }
                at++;
            }
            if (at == start) {
                broken = true;
            }
            for (int i = at - start; i < 9; i++) {
                nano *= 10;
            }
            return nano;
        }

        private int digits(int least, int most) {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at - start < least) {
                broken = true;
            }
            return value;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private void skip(char wanted) {
            if (!take(wanted)) {
                broken = true;
            }
        }

        private boolean take(char wanted) {
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private void blanks() {
            // Newer Java and browsers write a narrow no-break space before AM and PM.
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u202F' || text.charAt(at) == '\u00A0')) {
                at++;
            }
        }
    }
}
