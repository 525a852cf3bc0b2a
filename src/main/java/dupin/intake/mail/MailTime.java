package dupin.intake.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates of mail headers, as they are really written.
final class MailTime {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{1,2})[ -]([A-Za-z]{3})[A-Za-z]*[ -](\\d{2,4}),?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s*([+-]\\d{4}|[A-Z]{2,4})?");

    private MailTime() {}

    /// Null when the text holds no date.
    static @Nullable Instant of(String header) {
        Matcher m = DATE.matcher(header.length() > 2_000 ? header.substring(header.length() - 2_000) : header);
        if (!m.find()) {
            return null;
        }
        try {
            int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1;
            int year = Integer.parseInt(m.group(3));
            year += year < 70 ? 2_000 : year < 100 ? 1_900 : 0;
            int second = m.group(6) == null ? 0 : Math.min(59, Integer.parseInt(m.group(6)));
            var local =
                    LocalDateTime.of(
                            year,
                            month,
                            Integer.parseInt(m.group(1)),
                            Integer.parseInt(m.group(4)),
                            Integer.parseInt(m.group(5)),
                            second);
            return local.toInstant(zone(m.group(7)));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static ZoneOffset zone(@Nullable String text) {
        if (text == null) {
            return ZoneOffset.UTC;
        }
        if (text.charAt(0) == '+' || text.charAt(0) == '-') {
            int minutes = Integer.parseInt(text.substring(1, 3)) * 60 + Integer.parseInt(text.substring(3));
            int signed = text.charAt(0) == '-' ? -minutes : minutes;
            return Math.abs(signed) > 18 * 60 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(signed * 60);
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(text, 0));
    }
}
