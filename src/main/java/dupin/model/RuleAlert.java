package dupin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes the alert that a detection rule raises on one telemetry row: the row's entities become its evidence.
public final class RuleAlert {
    /// What the alert's detection source says.
    public static final String DETECTION_SOURCE = "customDetection";

    private static final int MAX_EVIDENCE = 20;
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)");

    private RuleAlert() {}

    /// @param level the rule's word: informational, low, medium, high, critical
    /// @param tags as the rule bears them, for example `attack.credential-access` and `attack.t1003.001`
    /// @param product name of the rule pack, shown as the alert's product
    public record Rule(
            String id,
            String title,
            String description,
            String level,
            List<String> tags,
            String author,
            String product) {
        public Rule {
            tags = List.copyOf(tags);
        }
    }

    /// @param id identity of the alert in the case; the same match must always give the same one
    public static Alert of(String id, Rule rule, TelemetryEvent event) {
        Instant time = event.time();
        return new Alert(
                id,
                "",
                rule.title(),
                rule.description(),
                "",
                Severity.parse(rule.level()),
                "new",
                category(rule.tags()),
                "",
                DETECTION_SOURCE,
                rule.product(),
                "",
                "",
                "",
                "",
                "",
                "",
                techniques(rule.tags()),
                rule.tags(),
                List.of(),
                time,
                time,
                time,
                time,
                null,
                evidence(event),
                event.row());
    }

    /// ATT&CK techniques among a rule's tags, each once, in their order.
    public static List<String> techniques(List<String> tags) {
        return tags.stream()
                .map(tag -> TECHNIQUE.matcher(tag.toLowerCase(Locale.ROOT)))
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /// The first tactic among the tags as Graph writes categories: `attack.credential-access` gives `CredentialAccess`.
    static String category(List<String> tags) {
        for (String tag : tags) {
            String word = tag.toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.startsWith("attack.") && word.matches("attack\\.[a-z][a-z-]+")) {
                var name = new StringBuilder();
                for (String part : word.substring(7).split("-")) {
                    name.append(part.substring(0, Math.min(1, part.length())).toUpperCase(Locale.ROOT))
                            .append(part.substring(Math.min(1, part.length())));
                }
                return name.toString();
            }
        }
        return "";
    }

    /// The row's entities, each once. Of a started process the child is what the rule saw, not its parent; a process that
    /// another one reached into is marked as attacked.
    static List<Evidence> evidence(TelemetryEvent event) {
        var evidence = new ArrayList<Evidence>();
        var seen = new HashSet<EntityKey>();
        boolean started = event.kind() == EventKind.PROCESS_CREATED;
        boolean reached = event.kind() == EventKind.PROCESS_ACCESS;
        for (EventLink link : event.links()) {
            boolean wanted =
                    switch (link.role()) {
                        case ACTOR -> !started;
                        case ACTOR_IMAGE, TARGET_IMAGE, PARENT -> false;
                        default -> true;
                    };
            if (wanted && evidence.size() < MAX_EVIDENCE && seen.add(link.entity().key())) {
                boolean attacked = reached && link.role() == LinkRole.TARGET && link.entity() instanceof Entity.Process;
                List<String> roles = attacked ? List.of("attacked") : List.of();
                evidence.add(new Evidence(link.entity(), roles, List.of(), "", "", "", List.of(), null));
            }
        }
        return evidence;
    }
}
