package dupin.model;

/// Severity of alerts and incidents, ascending. `letter` stands beside the colour on screen.
public enum Severity {
    UNKNOWN("Unknown", "-"),
    INFORMATIONAL("Informational", "I"),
    LOW("Low", "L"),
    MEDIUM("Medium", "M"),
    HIGH("High", "H");

    private final String label;
    private final String letter;

    Severity(String label, String letter) {
        this.label = label;
        this.letter = letter;
    }

    public String label() {
        return label;
    }

    public String letter() {
        return letter;
    }

    /// Reads any case and spelling of the sources; unknown words are [#UNKNOWN].
    public static Severity parse(String word) {
        return switch (Canonical.lower(word)) {
            case "high", "critical", "256" -> HIGH;
            case "medium", "128" -> MEDIUM;
            case "low", "64" -> LOW;
            case "informational", "info", "32" -> INFORMATIONAL;
            default -> UNKNOWN;
        };
    }
}
