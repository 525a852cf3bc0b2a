package dupin.ui.timeline;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By how much a clock is moved, as people write it: `+2h`, `-7m30s`, `1d 4h`. Pure.
final class ClockShift {
    private static final Pattern FORM =
            Pattern.compile(
                    "([+−-]?)\\s*(?:(\\d{1,5})\\s*d)?\\s*(?:(\\d{1,7})\\s*h)?\\s*(?:(\\d{1,9})\\s*m(?:in)?(?!s))?\\s*(?:(\\d{1,10})\\s*s)?\\s*(?:(\\d{1,12})\\s*ms)?");

    private ClockShift() {}

    /// Empty where the text is no amount of time, or none at all.
    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Duration shift =
                Duration.ofDays(number(form, 2))
                        .plusHours(number(form, 3))
                        .plusMinutes(number(form, 4))
                        .plusSeconds(number(form, 5))
                        .plusMillis(number(form, 6));
        boolean back = form.group(1) != null && !form.group(1).isEmpty() && !form.group(1).equals("+");
        return shift.isZero() ? Optional.empty() : Optional.of(back ? shift.negated() : shift);
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
