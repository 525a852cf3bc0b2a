package dupin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A story of related alerts with the state of its investigation: one row of the incident list.
///
/// @param id deterministic: the provider's incident id, or `D-` and digits of its first alert
/// @param verdict the worst verdict of its evidence; null until something was judged
/// @param links alert id → why it belongs here
public record Incident(
        String id,
        String name,
        Severity severity,
        Status status,
        @Nullable Verdict verdict,
        @Nullable InvestigationState investigationState,
        String investigationNote,
        String classification,
        String determination,
        String assignedTo,
        List<String> tags,
        List<String> categories,
        List<String> serviceSources,
        List<String> detectionSources,
        List<String> alertIds,
        int activeAlerts,
        List<String> devices,
        List<String> users,
        List<String> mailboxes,
        Facets facets,
        int pendingActions,
        @Nullable Instant firstActivity,
        @Nullable Instant lastActivity,
        @Nullable Instant lastUpdate,
        Map<String, List<LinkReason>> links) {

    public Incident {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        serviceSources = List.copyOf(serviceSources);
        detectionSources = List.copyOf(detectionSources);
        alertIds = List.copyOf(alertIds);
        devices = List.copyOf(devices);
        users = List.copyOf(users);
        mailboxes = List.copyOf(mailboxes);
        links = Map.copyOf(links);
    }

    /// What the queue can be filtered by besides states, people and times, as alerts and evidence say it. Each sorted.
    ///
    /// @param deviceGroups of its devices, as their exports name them; the same for operating systems in `platforms`
    /// @param threats families and names of what its alerts found
    /// @param policies that raised its alerts, by the best names known
    /// @param subscriptions ids of the cloud subscriptions whose resources its alerts name
    /// @param dataSensitivity labels of the files that its investigations came upon
    public record Facets(
            List<String> deviceGroups,
            List<String> platforms,
            List<String> threats,
            List<String> policies,
            List<String> subscriptions,
            List<String> dataSensitivity) {
        public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        public Facets {
            deviceGroups = List.copyOf(deviceGroups);
            platforms = List.copyOf(platforms);
            threats = List.copyOf(threats);
            policies = List.copyOf(policies);
            subscriptions = List.copyOf(subscriptions);
            dataSensitivity = List.copyOf(dataSensitivity);
        }
    }

    /// Portal words: Active, In progress, Resolved (Graph: active, inProgress, resolved, redirected).
    public enum Status {
        ACTIVE("Active"),
        IN_PROGRESS("In progress"),
        RESOLVED("Resolved"),
        REDIRECTED("Redirected");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether somebody may still have to do something about it.
        public boolean active() {
            return this == ACTIVE || this == IN_PROGRESS;
        }

        public static Status parse(String word) {
            return switch (Canonical.lower(word).replace(" ", "")) {
                case "inprogress", "awaitingaction" -> IN_PROGRESS;
                case "resolved", "closed" -> RESOLVED;
                case "redirected" -> REDIRECTED;
                default -> ACTIVE;
            };
        }
    }
}
