package dupin.engine.sigma;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a rule's tags say in the words that alerts use.
final class Tactics {
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.t\\d{4}(\\.\\d{3})?");

    /// Graver or more telling tactics first: a rule often names several, an alert has one category.
    private static final List<Map.Entry<String, String>> CATEGORIES =
            List.of(
                    Map.entry("impact", "Impact"),
                    Map.entry("exfiltration", "Exfiltration"),
                    Map.entry("command-and-control", "CommandAndControl"),
                    Map.entry("credential-access", "CredentialAccess"),
                    Map.entry("lateral-movement", "LateralMovement"),
                    Map.entry("privilege-escalation", "PrivilegeEscalation"),
                    Map.entry("initial-access", "InitialAccess"),
                    Map.entry("collection", "Collection"),
                    Map.entry("persistence", "Persistence"),
                    Map.entry("defense-evasion", "DefenseEvasion"),
                    Map.entry("stealth", "DefenseEvasion"),
                    Map.entry("defense-impairment", "DefenseEvasion"),
                    Map.entry("execution", "Execution"),
                    Map.entry("discovery", "Discovery"),
                    Map.entry("reconnaissance", "Reconnaissance"),
                    Map.entry("resource-development", "ResourceDevelopment"));

    private Tactics() {}

    static String category(List<String> tags) {
        List<String> words = tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT).replace('_', '-')).toList();
        return CATEGORIES.stream()
                .filter(tactic -> words.contains("attack." + tactic.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("SuspiciousActivity");
    }

    static List<String> techniques(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> TECHNIQUE.matcher(tag).matches())
                .map(tag -> tag.substring("attack.".length()).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
