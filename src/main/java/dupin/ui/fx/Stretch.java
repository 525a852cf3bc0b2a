package dupin.ui.fx;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time, open where nothing bounds it. Any thread.
///
/// @param from what lies in it is at or after; null for open
/// @param to what lies in it is before; null for open
public record Stretch(@Nullable Instant from, @Nullable Instant to) {
    public static final Stretch ANY = new Stretch(null, null);

    private static final String OPEN = "..";

    /// A time that is not known lies in none but [#ANY].
    boolean holds(@Nullable Instant time) {
        return time == null ? equals(ANY) : (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    /// As kept in saved views: an ISO 8601 interval, `..` where it is open.
    String word() {
        return (from == null ? OPEN : from) + "/" + (to == null ? OPEN : to);
    }

    /// Null where the text is no stretch, or one without bounds.
    static @Nullable Stretch parse(String word) {
        int cut = word.indexOf('/');
        if (cut < 0) {
            return null;
        }
        try {
            var stretch = new Stretch(bound(word.substring(0, cut)), bound(word.substring(cut + 1)));
            return stretch.equals(ANY) ? null : stretch;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Instant bound(String text) {
        return text.equals(OPEN) ? null : Instant.parse(text);
    }

    /// In a sentence's middle, in the zone that the screen shows: `since …`, `before …`, `… to …`.
    public String label() {
        if (from == null) {
            return to == null ? Messages.text("filter.anyTime") : Messages.text("filter.before", Times.brief(to));
        }
        return to == null ? Messages.text("filter.since", Times.brief(from)) : Times.span(from, to);
    }
}
