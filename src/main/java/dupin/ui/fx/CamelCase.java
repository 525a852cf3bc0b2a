package dupin.ui.fx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that exports write together, `microsoftDefenderForOffice365`, `CommandAndControl` or `malware-on-device`, as people
/// write them; all other text stays as it is. Any thread.
public final class CamelCase {
    private static final Pattern TOGETHER = Pattern.compile("[A-Za-z][A-Za-z0-9]*|[a-z]+(-[a-z]+)+");
    private static final Pattern SEAM =
            Pattern.compile("-|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9]{2})");

    /// Values whose parts some exports do not even capitalise, by their lower case.
    private static final Map<String, String> SQUEEZED =
            Stream.of(
                            "InProgress",
                            "AwaitingAction",
                            "TruePositive",
                            "FalsePositive",
                            "BenignPositive",
                            "InformationalExpectedActivity",
                            "NotMalicious",
                            "NoThreatsFound",
                            "MultiStagedAttack",
                            "MaliciousUserActivity",
                            "CompromisedAccount",
                            "SecurityTesting",
                            "UnwantedSoftware",
                            "ConfirmedActivity",
                            "LineOfBusinessApplication",
                            "UnsupportedAlertType",
                            "PendingApproval",
                            "PendingAction",
                            "NotApplicable")
                    .collect(Collectors.toUnmodifiableMap(word -> word.toLowerCase(Locale.ROOT), word -> word));

    private static final Set<String> SMALL = Set.of("And", "For", "Of", "In", "On", "To", "By", "With");

    private CamelCase() {}

    /// `inProgress` and `InProgress` become `In progress`; several values are separated by commas.
    public static String sentence(String words) {
        return each(words, CamelCase::sentenced);
    }

    /// The name of a product: `azureAdIdentityProtection` becomes `Azure AD Identity Protection`.
    public static String name(String words) {
        return each(words, CamelCase::named);
    }

    private static String each(String words, UnaryOperator<String> one) {
        return Arrays.stream(words.split(", ?", -1))
                .map(word -> SQUEEZED.getOrDefault(word.toLowerCase(Locale.ROOT), word))
                .map(word -> TOGETHER.matcher(word).matches() ? one.apply(word) : word)
                .collect(Collectors.joining(", "));
    }

    private static String sentenced(String word) {
        String[] parts = SEAM.split(word);
        for (int i = 0; i < parts.length; i++) {
            boolean letters = parts[i].length() > 1 && parts[i].equals(parts[i].toUpperCase(Locale.ROOT));
            parts[i] = letters ? parts[i] : i == 0 ? capital(parts[i]) : parts[i].toLowerCase(Locale.ROOT);
        }
        return String.join(" ", parts);
    }

    private static String named(String word) {
        String[] parts = SEAM.split(word);
        for (int i = 0; i < parts.length; i++) {
            parts[i] =
                    i > 0 && SMALL.contains(parts[i])
                            ? parts[i].toLowerCase(Locale.ROOT)
                            : parts[i].equals("Ad") ? "AD" : capital(parts[i]);
        }
        return String.join(" ", parts);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
