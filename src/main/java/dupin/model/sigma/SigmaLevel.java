package dupin.model.sigma;

import dupin.model.Severity;
import java.util.Locale;

/// How grave a match is, in the rule's words; ascending.
public enum SigmaLevel {
    INFORMATIONAL(Severity.INFORMATIONAL),
    LOW(Severity.LOW),
    MEDIUM(Severity.MEDIUM),
    HIGH(Severity.HIGH),
    CRITICAL(Severity.HIGH);

    private final Severity severity;

    SigmaLevel(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level of a word; a rule without one counts as medium.
    public static SigmaLevel of(String word) {
        for (SigmaLevel level : values()) {
            if (level.word().equalsIgnoreCase(word)) {
                return level;
            }
        }
        return MEDIUM;
    }
}
