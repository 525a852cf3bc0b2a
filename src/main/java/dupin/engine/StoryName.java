package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Composes the name of an incident that no provider named: what happened, on how much, seen by whom.
final class StoryName {
    /// Categories in the order of an attack; others follow by name.
    private static final List<String> STAGES =
            List.of(
                    "reconnaissance",
                    "resourcedevelopment",
                    "initialaccess",
                    "execution",
                    "persistence",
                    "privilegeescalation",
                    "defenseevasion",
                    "credentialaccess",
                    "discovery",
                    "lateralmovement",
                    "collection",
                    "commandandcontrol",
                    "exfiltration",
                    "impact",
                    "ransomware");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private StoryName() {}

    /// @param alerts of the incident, in their stable order
    static String of(Collection<Alert> alerts, int devices, int users, int mailboxes) {
        if (alerts.size() == 1) {
            return alerts.iterator().next().title();
        }
        var stages =
                new TreeSet<String>(Comparator.comparingInt(StoryName::stage).thenComparing(Comparator.naturalOrder()));
        var sources = new TreeSet<String>();
        for (Alert alert : alerts) {
            if (!alert.category().isEmpty()) {
                stages.add(words(alert.category()));
            }
            if (!alert.serviceSource().isEmpty()) {
                sources.add(Canonical.lower(alert.serviceSource()));
            }
        }
        String scope = scope(devices, users, mailboxes);
        String by = sources.size() > 1 ? " reported by multiple sources" : "";
        if (stages.size() > 1) {
            return "Multi-stage incident involving " + stages.first() + " & " + stages.last() + scope + by;
        }
        String what =
                stages.isEmpty()
                        ? alerts.stream().map(Alert::title).min(Comparator.naturalOrder()).orElse("Alerts")
                        : stages.first() + " incident";
        return what + scope + by;
    }

    /// `InitialAccess` as `Initial access`.
    static String words(String category) {
        String spaced = HUMP.matcher(category).replaceAll(" ").strip();
        return spaced.isEmpty()
                ? ""
                : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }

    private static int stage(String category) {
        int at = STAGES.indexOf(Canonical.lower(category).replace(" ", ""));
        return at < 0 ? STAGES.size() : at;
    }

    private static String scope(int devices, int users, int mailboxes) {
        var parts = new ArrayList<String>();
        if (devices > 0) {
            parts.add(devices == 1 ? "one endpoint" : "multiple endpoints");
        } else if (users > 0) {
            parts.add(users == 1 ? "one user" : "multiple users");
        } else if (mailboxes > 0) {
            parts.add(mailboxes == 1 ? "one mailbox" : "multiple mailboxes");
        }
        return parts.isEmpty() ? "" : " on " + parts.getFirst();
    }
}
