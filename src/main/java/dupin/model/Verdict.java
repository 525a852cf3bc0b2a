package dupin.model;

import java.util.Optional;

/// What an investigation says of a piece of evidence. `word` is the JSON value, `label` what the analyst reads.
public enum Verdict {
    /// Telemetry that the analyzers need is not in the case; never to be read as clean.
    NOT_EVALUABLE("notEvaluable", "Not evaluable"),
    NO_THREATS_FOUND("noThreatsFound", "No threats found"),
    SUSPICIOUS("suspicious", "Suspicious"),
    MALICIOUS("malicious", "Malicious");

    private final String word;
    private final String label;

    Verdict(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public boolean incriminates() {
        return this == MALICIOUS || this == SUSPICIOUS;
    }

    /// Verdict meant by a provider's word; empty for "unknown" and words that say nothing.
    public static Optional<Verdict> parse(String word) {
        return switch (Canonical.lower(word).replace(" ", "")) {
            case "malicious", "compromised", "2" -> Optional.of(MALICIOUS);
            case "suspicious", "1" -> Optional.of(SUSPICIOUS);
            case "nothreatsfound", "clean", "benign", "3" -> Optional.of(NO_THREATS_FOUND);
            default -> Optional.empty();
        };
    }
}
