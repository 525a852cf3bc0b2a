package dupin.ui.fx;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How soon something expires, and the style class that says so beside the words.
public enum Urgency {
    CALM(""),
    SOON("warning-text"),
    URGENT("danger-text");

    private static final Duration SOON_FROM = Duration.ofDays(3);
    private static final Duration URGENT_FROM = Duration.ofDays(1);

    private final String style;

    Urgency(String style) {
        this.style = style;
    }

    /// @param expires null for what never does
    public static Urgency of(@Nullable Instant expires, Instant now) {
        if (expires == null || !expires.isBefore(now.plus(SOON_FROM))) {
            return CALM;
        }
        return expires.isBefore(now.plus(URGENT_FROM)) ? URGENT : SOON;
    }

    /// "" for none.
    public String style() {
        return style;
    }
}
