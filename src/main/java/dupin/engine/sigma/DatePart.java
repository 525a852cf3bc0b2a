package dupin.engine.sigma;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import org.jspecify.annotations.Nullable;

/// The number that is compared: the value itself, or a part of the date that it is, as written there.
enum DatePart {
    NONE(null),
    MINUTE(ChronoField.MINUTE_OF_HOUR),
    HOUR(ChronoField.HOUR_OF_DAY),
    DAY(ChronoField.DAY_OF_MONTH),
    WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
    MONTH(ChronoField.MONTH_OF_YEAR),
    YEAR(ChronoField.YEAR);

    private final @Nullable TemporalField field;

    DatePart(@Nullable TemporalField field) {
        this.field = field;
    }

    /// NaN when the value is no number or date.
    double of(String value) {
        return field == null ? number(value) : part(value, field);
    }

    static double number(String value) {
        String text = value.strip();
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Long.parseUnsignedLong(text.substring(2), 16);
            }
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static double part(String value, TemporalField field) {
        String text = value.strip();
        if (text.length() < 10) {
            return Double.NaN;
        }
        try {
            String seconds = text.length() >= 19 ? text.substring(11, 19) : "00:00:00";
            return LocalDateTime.parse(text.substring(0, 10) + "T" + seconds).getLong(field);
        } catch (DateTimeException _) {
            return Double.NaN;
        }
    }
}
