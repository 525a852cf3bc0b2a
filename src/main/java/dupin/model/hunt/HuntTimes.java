package dupin.model.hunt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times and spans as a query writes them. Pure.
public final class HuntTimes {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhdw])", Pattern.CASE_INSENSITIVE);

    private HuntTimes() {}

    /// ISO date, or date and time with or without a zone; UTC without.
    public static Optional<Instant> time(String text) {
        String iso =
                text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T").replaceFirst(" +(?=[Zz+-])", "");
        if (iso.length() < 10 || iso.length() > 40 || !Character.isDigit(iso.charAt(0))) {
            return Optional.empty();
        }
        try {
            if (iso.length() == 10) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean zoned =
                    iso.toUpperCase(Locale.ROOT).endsWith("Z")
                            || iso.lastIndexOf('+') > 10
                            || iso.lastIndexOf('-') > 10;
            return Optional.of(
                    zoned ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// `30s`, `15m`, `2h`, `2d`, `1w`.
    static Optional<Duration> span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2).toLowerCase(Locale.ROOT)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofDays(7 * amount);
                });
    }
}
