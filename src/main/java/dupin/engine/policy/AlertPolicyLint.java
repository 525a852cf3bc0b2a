package dupin.engine.policy;

import dupin.model.AlertPolicy;
import dupin.model.Canonical;
import dupin.model.Policy;
import dupin.model.Severity;
import dupin.model.policy.Fault;
import dupin.model.policy.TuningRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;

/// Faults in the list of alert policies. Stateless.
final class AlertPolicyLint {
    private AlertPolicyLint() {}

    static void check(Policy policy, PolicyLint.Surroundings around, List<Fault> faults) {
        var names = new HashSet<String>();
        var before = new ArrayList<AlertPolicy>();
        for (AlertPolicy one : policy.alertPolicies()) {
            String where = "Alert policy \"" + one.name() + "\"";
            if (one.name().isBlank() || !names.add(one.name())) {
                faults.add(
                        new Fault(
                                Fault.Rule.ALERT_NAME,
                                where,
                                "The name is missing or borne by another alert policy.",
                                "Name each once: the journal and the alerts tell them apart by it."));
            }
            if (one.startsInvestigation() && !around.playbooks().contains(one.playbookId())) {
                faults.add(
                        new Fault(
                                Fault.Rule.ALERT_PLAYBOOK,
                                where,
                                "The case has no playbook \"" + one.playbookId() + "\".",
                                "Choose another one or add its pack."));
            }
            if (one.enabled()) {
                before.stream()
                        .filter(other -> covers(other, one))
                        .findFirst()
                        .ifPresent(other ->
                                faults.add(
                                        new Fault(
                                                Fault.Rule.ALERT_UNREACHABLE,
                                                where,
                                                "\"" + other.name() + "\" stands before it and takes all its alerts.",
                                                "Move it up or delete it.")));
                before.add(one);
            }
        }
        tuning(policy, faults);
        for (String id : around.builtIn()) {
            boolean on =
                    policy.alertPolicies().stream()
                            .anyMatch(p -> p.id().equals(id) && p.enabled() && p.startsInvestigation());
            if (!on) {
                faults.add(
                        new Fault(
                                Fault.Rule.ALERT_SWITCHED_OFF,
                                "Alert policy " + id,
                                "A built-in alert policy is off, gone or starts nothing: its alerts are not investigated.",
                                "Switch it on again."));
            }
        }
        if (policy.alertPolicies().stream().noneMatch(p -> p.enabled() && p.startsInvestigation())) {
            faults.add(
                    new Fault(
                            Fault.Rule.NOTHING_STARTS,
                            "Alert policies",
                            "No alert starts an investigation by itself.",
                            "Switch on at least one alert policy that starts investigations."));
        }
    }

    private static void tuning(Policy policy, List<Fault> faults) {
        policy.tuning().stream()
                .filter(TuningRule::enabled)
                .filter(rule ->
                        !rule.deviceGroup().isEmpty()
                                && policy.deviceGroups().stream().noneMatch(g -> g.name().equals(rule.deviceGroup())))
                .forEach(rule ->
                        faults.add(
                                new Fault(
                                        Fault.Rule.TUNING_GROUP,
                                        "Alert tuning rule \"" + rule.name() + "\"",
                                        "There is no device group \""
                                                + rule.deviceGroup()
                                                + "\", so it takes no alert.",
                                        "Delete it, or name a group so again.")));
    }

    /// Whether every alert that the second matches is matched by the first.
    private static boolean covers(AlertPolicy wide, AlertPolicy narrow) {
        Severity least = wide.severityAtLeast();
        Severity own = narrow.severityAtLeast();
        boolean severity = least == null || own != null && own.compareTo(least) >= 0;
        return severity
                && covers(wide.titleContains(), narrow.titleContains(), (w, n) -> lower(n).contains(lower(w)))
                && covers(wide.categories(), narrow.categories(), AlertPolicyLint::same)
                && covers(wide.serviceSources(), narrow.serviceSources(), AlertPolicyLint::same)
                && (wide.evidenceKinds().isEmpty()
                        || !narrow.evidenceKinds().isEmpty()
                                && wide.evidenceKinds().containsAll(narrow.evidenceKinds()));
    }

    private static boolean covers(List<String> wide, List<String> narrow, BiPredicate<String, String> test) {
        return wide.isEmpty()
                || !narrow.isEmpty() && narrow.stream().allMatch(n -> wide.stream().anyMatch(w -> test.test(w, n)));
    }

    private static boolean same(String one, String two) {
        return lower(one).replace(" ", "").equals(lower(two).replace(" ", ""));
    }

    private static String lower(String text) {
        return Canonical.lower(text);
    }
}
