package dupin.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an analyst calls an incident or alert in the end, and how each may be determined: the fixed map of the portal.
/// Words are those of the Graph schema; older ones are understood.
public enum Classification {
    NOT_SET("", "Not set", List.of()),
    TRUE_POSITIVE(
            "truePositive",
            "True positive",
            List.of(
                    new Determination("multiStagedAttack", "Multistage attack"),
                    new Determination("maliciousUserActivity", "Malicious user activity"),
                    new Determination("compromisedAccount", "Compromised account"),
                    new Determination("malware", "Malware"),
                    new Determination("phishing", "Phishing"),
                    new Determination("unwantedSoftware", "Unwanted software"),
                    new Determination("other", "Other"))),
    INFORMATIONAL(
            "informationalExpectedActivity",
            "Informational, expected activity",
            List.of(
                    new Determination("securityTesting", "Security test"),
                    new Determination("lineOfBusinessApplication", "Line-of-business application"),
                    new Determination("confirmedActivity", "Confirmed activity"),
                    new Determination("other", "Other"))),
    FALSE_POSITIVE(
            "falsePositive",
            "False positive",
            List.of(
                    new Determination("notMalicious", "Not malicious"),
                    new Determination("notEnoughDataToValidate", "Not enough data to validate"),
                    new Determination("other", "Other")));

    /// Why it is called so.
    ///
    /// @param word of the Graph schema
    public record Determination(String word, String label) {}

    private final String word;
    private final String label;
    private final List<Determination> determinations;

    Classification(String word, String label, List<Determination> determinations) {
        this.word = word;
        this.label = label;
        this.determinations = determinations;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public List<Determination> determinations() {
        return determinations;
    }

    /// What is not known counts as not set.
    public static Classification parse(String said) {
        String wanted = squeezed(said);
        return Arrays.stream(values())
                .filter(c -> c != NOT_SET && squeezed(c.word).equals(wanted))
                .findFirst()
                .orElse(NOT_SET);
    }

    /// One of its own determinations; empty for others and for none.
    public Optional<Determination> determination(String said) {
        String wanted =
                switch (squeezed(said)) {
                    case "compromiseduser" -> "compromisedaccount";
                    case "clean" -> "notmalicious";
                    case "insufficientdata" -> "notenoughdatatovalidate";
                    case "confirmeduseractivity" -> "confirmedactivity";
                    case "multistageattack" -> "multistagedattack";
                    default -> squeezed(said);
                };
        return determinations.stream().filter(d -> squeezed(d.word()).equals(wanted)).findFirst();
    }

    private static String squeezed(String said) {
        return Canonical.lower(said).replace(" ", "").replace(",", "").replace("-", "");
    }
}
