package dupin.engine;

import dupin.model.ActionType;
import dupin.model.AlertPolicy;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.Entry.Change;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.Severity;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.TuningRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What differs between two policies, one line per setting; versions are not compared. Stateless.
public final class PolicyDiff {
    private final List<Change> changes = new ArrayList<>();

    private PolicyDiff() {}

    /// In the order of the settings; an added thing has an empty `before`, a removed one an empty `after`.
    public static List<Change> changes(Policy before, Policy after) {
        var diff = new PolicyDiff();
        diff.each("Device group", before.deviceGroups(), after.deviceGroups(), DeviceGroup::name, PolicyDiff::words);
        diff.each("Alert policy", before.alertPolicies(), after.alertPolicies(), AlertPolicy::name, PolicyDiff::words);
        diff.order("Order of alert policies", before.alertPolicies(), after.alertPolicies());
        diff.each("Alert tuning rule", before.tuning(), after.tuning(), TuningRule::name, PolicyDiff::words);
        diff.list("Core folders", before.coreFolders(), after.coreFolders());
        diff.list("Temporary folders", before.tempFolders(), after.tempFolders());
        diff.list("Excluded folders", before.excludedFolders(), after.excludedFolders());
        diff.list("Never touch", keys(before.neverTouch()), keys(after.neverTouch()));
        diff.list("Critical tags", before.critical().tags(), after.critical().tags());
        diff.list("Critical names", before.critical().names(), after.critical().names());
        diff.list("Critical domains", before.critical().domains(), after.critical().domains());
        diff.value("Servers are critical", yes(before.critical().servers()), yes(after.critical().servers()));
        diff.each("Indicator", before.indicators(), after.indicators(), i -> i.entity().toString(), PolicyDiff::words);
        diff.value("Pending actions expire after (days)", before.pendingExpiryDays(), after.pendingExpiryDays());
        diff.value("Automatic actions of one type per hour", before.maxAutomaticPerHour(), after.maxAutomaticPerHour());
        diff.value("Devices from which an expansion asks", before.expansionGate(), after.expansionGate());
        diff.value("Automation stopped", yes(before.automationStopped()), yes(after.automationStopped()));
        diff.value("Blind review", yes(before.blindReview()), yes(after.blindReview()));
        diff.approvals(before.approvals(), after.approvals());
        diff.value(
                "Soft delete clusters of similar files without asking",
                yes(before.email().similarFiles()),
                yes(after.email().similarFiles()));
        diff.value(
                "Soft delete clusters of similar URLs without asking",
                yes(before.email().similarUrls()),
                yes(after.email().similarUrls()));
        return List.copyOf(diff.changes);
    }

    private void approvals(ApprovalRules before, ApprovalRules after) {
        value("Comment required to approve", yes(before.commentOnApprove()), yes(after.commentOnApprove()));
        value("Comment required to reject", yes(before.commentOnReject()), yes(after.commentOnReject()));
        value("Comment required to undo", yes(before.commentOnUndo()), yes(after.commentOnUndo()));
        value("Proposer may not approve", yes(before.proposerMayNotApprove()), yes(after.proposerMayNotApprove()));
        for (ActionType type : ActionType.values()) {
            value("Persons who must approve: " + type.label(), before.approvals(type), after.approvals(type));
        }
    }

    private void value(String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before.toString(), after.toString()));
        }
    }

    private void list(String field, Collection<String> before, Collection<String> after) {
        var gone = new TreeSet<>(before);
        gone.removeAll(after);
        var added = new TreeSet<>(after);
        added.removeAll(before);
        gone.forEach(value -> changes.add(new Change(field, value, "")));
        added.forEach(value -> changes.add(new Change(field, "", value)));
    }

    private void order(String field, List<AlertPolicy> before, List<AlertPolicy> after) {
        List<String> was =
                before.stream()
                        .map(AlertPolicy::name)
                        .filter(n -> after.stream().anyMatch(p -> p.name().equals(n)))
                        .toList();
        List<String> is =
                after.stream()
                        .map(AlertPolicy::name)
                        .filter(n -> before.stream().anyMatch(p -> p.name().equals(n)))
                        .toList();
        value(field, String.join(", ", was), String.join(", ", is));
    }

    private <T> void each(
            String field, List<T> before, List<T> after, Function<T, String> name, Function<T, String> words) {
        Map<String, String> was = described(before, name, words);
        Map<String, String> is = described(after, name, words);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String one : names) {
            String old = was.getOrDefault(one, "");
            String now = is.getOrDefault(one, "");
            if (!old.equals(now)) {
                changes.add(new Change(field + " \"" + one + "\"", old, now));
            }
        }
    }

    private static <T> Map<String, String> described(List<T> all, Function<T, String> name, Function<T, String> words) {
        var described = new LinkedHashMap<String, String>();
        all.forEach(one -> described.merge(name.apply(one), words.apply(one), (a, b) -> a + "; " + b));
        return described;
    }

    private static String words(DeviceGroup group) {
        String rules =
                group.rules().stream()
                        .map(r -> word(r.property()) + " " + word(r.operator()) + " " + String.join(" or ", r.values()))
                        .collect(Collectors.joining(" and "));
        String rank = group.isDefault() ? "" : ", rank " + group.rank();
        String about = group.description().isEmpty() ? "" : ", " + group.description();
        return group.automationLevel().label() + rank + (rules.isEmpty() ? "" : ", " + rules) + about;
    }

    private static String word(Enum<?> constant) {
        return constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String words(AlertPolicy policy) {
        var parts = new ArrayList<String>();
        parts.add(policy.enabled() ? "on" : "off");
        parts.add(policy.startsInvestigation() ? "starts " + policy.playbookId() : "starts nothing");
        part(parts, "title contains", policy.titleContains());
        part(parts, "category", policy.categories());
        part(parts, "source", policy.serviceSources());
        Severity least = policy.severityAtLeast();
        part(parts, "severity at least", least == null ? List.of() : List.of(least.label()));
        part(parts, "evidence", policy.evidenceKinds().stream().map(kind -> kind.label()).toList());
        return String.join(", ", parts);
    }

    private static String words(TuningRule rule) {
        String about = rule.comment().isEmpty() ? "" : ", " + rule.comment();
        return (rule.enabled() ? "on" : "off") + ", " + rule.what() + ", " + rule.which() + about;
    }

    private static void part(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + String.join(" or ", values));
        }
    }

    private static String words(Indicator indicator) {
        String action = Canonical.lower(indicator.action().label());
        String until = indicator.expires() == null ? action : action + " until " + indicator.expires();
        return indicator.reason().isEmpty() ? until : until + ", " + indicator.reason();
    }

    private static List<String> keys(List<EntityKey> keys) {
        return keys.stream().map(EntityKey::toString).toList();
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
