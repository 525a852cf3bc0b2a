package dupin.engine;

import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Evidence;
import dupin.model.InvestigationState;
import dupin.model.Policy;
import dupin.model.Severity;
import dupin.model.policy.TuningRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether alerts start an investigation, and with which playbook; otherwise why not. Stateless.
///
/// Alerts that their source has resolved are investigated like others: an export is mostly history, and what was closed
/// wrongly is what an analyst looks for. Nothing about them runs without the policy's word either.
public final class AlertRouting {
    private static final Comparator<Alert> TRIGGER_FIRST =
            Comparator.comparing(Alert::severity)
                    .reversed()
                    .thenComparing(Alert::time, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Alert::id);
    private static final String GENERAL = "general";

    public sealed interface Decision {}

    /// @param trigger the most severe of the alerts that start it, the earliest of those
    public record Start(Alert trigger, String playbookId, String reason) implements Decision {}

    public record Decline(InvestigationState state, String reason) implements Decision {}

    private AlertRouting() {}

    public static Decision decide(Alert alert, Policy policy) {
        Optional<TuningRule> tuned = suppressed(alert) ? Optional.empty() : AlertTuning.rule(alert, policy);
        return tuned.isPresent()
                ? new Decline(InvestigationState.SUPPRESSED_ALERT, AlertTuning.reason(tuned.get().name()))
                : untuned(alert, policy);
    }

    /// As if there were no tuning rules.
    private static Decision untuned(Alert alert, Policy policy) {
        if (suppressed(alert)) {
            return new Decline(
                    InvestigationState.SUPPRESSED_ALERT, "A suppression rule of its source hides this alert.");
        }
        Optional<String> unprotected = unprotected(alert, policy);
        if (unprotected.isPresent()) {
            return new Decline(InvestigationState.NOT_PROTECTED, unprotected.get());
        }
        Optional<AlertPolicy> match =
                policy.alertPolicies().stream().filter(p -> p.enabled() && matches(p, alert)).findFirst();
        if (match.isEmpty()) {
            return new Decline(
                    InvestigationState.UNSUPPORTED_ALERT_TYPE,
                    "No alert policy covers \"" + alert.title() + "\"; investigate it by hand.");
        }
        return match.get().startsInvestigation()
                ? new Start(alert, match.get().playbookId(), "Alert policy \"" + match.get().name() + "\".")
                : new Decline(
                        InvestigationState.UNSUPPORTED_ALERT_TYPE,
                        "The alert policy \"" + match.get().name() + "\" starts no investigation.");
    }

    /// One decision for the alerts of one incident: started when any of them starts, with the playbook that they agree on,
    /// else the general one.
    ///
    /// @param alerts at least one; those that a tuning rule takes are not among them
    public static Decision decide(List<Alert> alerts, Policy policy) {
        List<Alert> ordered = alerts.stream().sorted(TRIGGER_FIRST).toList();
        List<Start> starts =
                ordered.stream()
                        .map(alert -> untuned(alert, policy))
                        .filter(Start.class::isInstance)
                        .map(Start.class::cast)
                        .toList();
        if (starts.isEmpty()) {
            return untuned(ordered.getFirst(), policy);
        }
        Start first = starts.getFirst();
        boolean oneKind = starts.stream().allMatch(start -> start.playbookId().equals(first.playbookId()));
        return oneKind
                ? first
                : new Start(
                        first.trigger(),
                        GENERAL,
                        first.reason() + " Its alerts are of several kinds, so the general playbook runs.");
    }

    /// Playbook for an investigation that a person starts, whatever the policies say about starting.
    public static String playbookFor(List<Alert> alerts, Policy policy) {
        List<String> playbooks =
                alerts.stream()
                        .flatMap(alert ->
                                policy.alertPolicies().stream()
                                        .filter(p -> p.startsInvestigation() && matches(p, alert))
                                        .limit(1))
                        .map(AlertPolicy::playbookId)
                        .distinct()
                        .toList();
        return playbooks.size() == 1 ? playbooks.getFirst() : GENERAL;
    }

    /// Whether the policy's conditions hold, whether it is enabled or not.
    public static boolean matches(AlertPolicy policy, Alert alert) {
        Severity least = policy.severityAtLeast();
        if (least != null && alert.severity().compareTo(least) < 0) {
            return false;
        }
        String title = Canonical.lower(alert.title());
        boolean kind =
                policy.evidenceKinds().isEmpty()
                        || alert.evidence().stream().anyMatch(e -> policy.evidenceKinds().contains(e.entity().kind()));
        return kind
                && (policy.titleContains().isEmpty()
                        || policy.titleContains().stream().map(Canonical::lower).anyMatch(title::contains))
                && among(policy.categories(), alert.category())
                && among(policy.serviceSources(), alert.serviceSource());
    }

    private static boolean among(List<String> wanted, String word) {
        return wanted.isEmpty() || wanted.stream().anyMatch(w -> bare(w).equals(bare(word)));
    }

    private static String bare(String word) {
        return Canonical.lower(word).replace(" ", "");
    }

    private static boolean suppressed(Alert alert) {
        return bare(alert.providerInvestigationState()).equals("suppressedalert")
                || bare(alert.assignedTo()).equals("suppressionrule");
    }

    /// An alert is left alone only when each of its devices is; an alert without devices has none to protect.
    private static Optional<String> unprotected(Alert alert, Policy policy) {
        var devices = new TreeMap<String, DeviceGroup>();
        for (Evidence evidence : alert.evidence()) {
            if (evidence.entity() instanceof Entity.Device device) {
                devices.put(device.label(), DeviceGroups.groupOf(device, policy));
            }
        }
        boolean none =
                devices.isEmpty()
                        || devices.values().stream()
                                .anyMatch(g -> g.automationLevel() != AutomationLevel.NOT_PROTECTED);
        if (none) {
            return Optional.empty();
        }
        var groups = new TreeSet<String>();
        devices.values().forEach(group -> groups.add(group.name()));
        return Optional.of(
                "Not protected: "
                        + String.join(", ", devices.keySet())
                        + " belongs to "
                        + String.join(", ", groups)
                        + ".");
    }
}
