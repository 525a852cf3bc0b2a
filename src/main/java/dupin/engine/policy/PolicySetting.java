package dupin.engine.policy;

import dupin.engine.DeviceGroups;
import dupin.model.ActionType;
import dupin.model.AlertPolicy;
import dupin.model.DeviceGroup;
import dupin.model.Policy;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.EmailAutomation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A setting that presets give a value: how to say it, and how to take it over from another policy.
///
/// @param id for presets and for applying
/// @param words the value as people read it
/// @param take the first policy with the second one's value
record PolicySetting(
        String id, String area, String label, Function<Policy, String> words, BiFunction<Policy, Policy, Policy> take) {
    static final String GROUPS = "Device groups";
    static final String FOLDERS = "Folders";
    static final String LIMITS = "Limits and switches";
    static final String APPROVALS = "Approvals and email";
    static final String ALERTS = "Alert policies";

    static List<PolicySetting> all() {
        var all = new ArrayList<PolicySetting>();
        all.add(
                new PolicySetting(
                        "defaultLevel",
                        GROUPS,
                        "Automation level of the default group",
                        p -> DeviceGroups.defaultGroup(p).automationLevel().label(),
                        (p, from) -> withDefault(p, DeviceGroups.defaultGroup(from))));
        all.add(
                folders(
                        "coreFolders",
                        "Operating system folders",
                        Policy::coreFolders,
                        (p, list) -> p.withFolders(list, p.tempFolders(), p.excludedFolders())));
        all.add(
                folders(
                        "tempFolders",
                        "Temporary folders",
                        Policy::tempFolders,
                        (p, list) -> p.withFolders(p.coreFolders(), list, p.excludedFolders())));
        all.add(
                folders(
                        "excludedFolders",
                        "Excluded folders",
                        Policy::excludedFolders,
                        (p, list) -> p.withFolders(p.coreFolders(), p.tempFolders(), list)));
        all.add(
                number(
                        "pendingExpiryDays",
                        "Pending actions expire after (days)",
                        Policy::pendingExpiryDays,
                        (p, n) ->
                                p.withLimits(
                                        n,
                                        p.maxAutomaticPerHour(),
                                        p.expansionGate(),
                                        p.automationStopped(),
                                        p.blindReview())));
        all.add(
                number(
                        "maxAutomaticPerHour",
                        "Automatic actions of one type per hour",
                        Policy::maxAutomaticPerHour,
                        (p, n) ->
                                p.withLimits(
                                        p.pendingExpiryDays(),
                                        n,
                                        p.expansionGate(),
                                        p.automationStopped(),
                                        p.blindReview())));
        all.add(
                number(
                        "expansionGate",
                        "Expansion gate (devices)",
                        Policy::expansionGate,
                        (p, n) ->
                                p.withLimits(
                                        p.pendingExpiryDays(),
                                        p.maxAutomaticPerHour(),
                                        n,
                                        p.automationStopped(),
                                        p.blindReview())));
        all.add(
                flag(
                        "automationStopped",
                        LIMITS,
                        "Automation stopped",
                        Policy::automationStopped,
                        (p, on) ->
                                p.withLimits(
                                        p.pendingExpiryDays(),
                                        p.maxAutomaticPerHour(),
                                        p.expansionGate(),
                                        on,
                                        p.blindReview())));
        all.add(
                flag(
                        "blindReview",
                        LIMITS,
                        "Blind review",
                        Policy::blindReview,
                        (p, on) ->
                                p.withLimits(
                                        p.pendingExpiryDays(),
                                        p.maxAutomaticPerHour(),
                                        p.expansionGate(),
                                        p.automationStopped(),
                                        on)));
        approvals(all);
        return List.copyOf(all);
    }

    private static void approvals(List<PolicySetting> all) {
        all.add(
                rule(
                        "commentOnApprove",
                        "Comment required to approve",
                        ApprovalRules::commentOnApprove,
                        (r, on) -> r.withComments(on, r.commentOnReject(), r.commentOnUndo())));
        all.add(
                rule(
                        "commentOnReject",
                        "Comment required to reject",
                        ApprovalRules::commentOnReject,
                        (r, on) -> r.withComments(r.commentOnApprove(), on, r.commentOnUndo())));
        all.add(
                rule(
                        "commentOnUndo",
                        "Comment required to undo",
                        ApprovalRules::commentOnUndo,
                        (r, on) -> r.withComments(r.commentOnApprove(), r.commentOnReject(), on)));
        all.add(
                rule(
                        "proposerMayNotApprove",
                        "Proposer may not approve",
                        ApprovalRules::proposerMayNotApprove,
                        ApprovalRules::withOthersOnly));
        all.add(
                new PolicySetting(
                        "quorums",
                        APPROVALS,
                        "Persons who must approve",
                        p -> quorums(p.approvals()),
                        (p, from) -> p.withApprovals(p.approvals().withQuorums(from.approvals().quorums()))));
        all.add(
                flag(
                        "emailSimilarFiles",
                        APPROVALS,
                        "Soft delete clusters of similar files without asking",
                        p -> p.email().similarFiles(),
                        (p, on) -> p.withEmail(new EmailAutomation(on, p.email().similarUrls()))));
        all.add(
                flag(
                        "emailSimilarUrls",
                        APPROVALS,
                        "Soft delete clusters of similar URLs without asking",
                        p -> p.email().similarUrls(),
                        (p, on) -> p.withEmail(new EmailAutomation(p.email().similarFiles(), on))));
    }

    /// Whether an alert policy of the preset is on, one setting for each.
    static PolicySetting alertPolicy(AlertPolicy wanted) {
        return new PolicySetting(
                "alertPolicy." + wanted.id(),
                ALERTS,
                wanted.name(),
                p ->
                        p.alertPolicies().stream()
                                .filter(a -> a.id().equals(wanted.id()))
                                .findFirst()
                                .map(PolicySetting::state)
                                .orElse("missing"),
                (p, from) -> withAlertPolicy(p, wanted));
    }

    private static String state(AlertPolicy policy) {
        return !policy.enabled() ? "off" : policy.startsInvestigation() ? "on, starts an investigation" : "on";
    }

    private static Policy withAlertPolicy(Policy policy, AlertPolicy wanted) {
        var list = new ArrayList<>(policy.alertPolicies());
        int at = list.stream().map(AlertPolicy::id).toList().indexOf(wanted.id());
        if (at >= 0) {
            list.set(at, wanted);
        } else {
            list.add(wanted);
        }
        return policy.withAlertPolicies(list);
    }

    private static Policy withDefault(Policy policy, DeviceGroup wanted) {
        return policy.withDeviceGroups(
                policy.deviceGroups().stream()
                        .map(g -> g.isDefault() ? g.withLevel(wanted.automationLevel()) : g)
                        .toList());
    }

    private static String quorums(ApprovalRules rules) {
        String all =
                Arrays.stream(ActionType.values())
                        .filter(type -> rules.approvals(type) > 1)
                        .map(type -> rules.approvals(type) + " for " + type.label())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "one for every action" : all;
    }

    private static PolicySetting folders(
            String id, String label, Function<Policy, List<String>> get, BiFunction<Policy, List<String>, Policy> set) {
        return new PolicySetting(
                id,
                FOLDERS,
                label,
                p -> get.apply(p).isEmpty() ? "none" : String.join(", ", new TreeSet<>(get.apply(p))),
                (p, from) -> set.apply(p, get.apply(from)));
    }

    private static PolicySetting number(
            String id, String label, Function<Policy, Integer> get, BiFunction<Policy, Integer, Policy> set) {
        return new PolicySetting(
                id, LIMITS, label, p -> get.apply(p).toString(), (p, from) -> set.apply(p, get.apply(from)));
    }

    private static PolicySetting flag(
            String id,
            String area,
            String label,
            Function<Policy, Boolean> get,
            BiFunction<Policy, Boolean, Policy> set) {
        return new PolicySetting(
                id, area, label, p -> get.apply(p) ? "on" : "off", (p, from) -> set.apply(p, get.apply(from)));
    }

    private static PolicySetting rule(
            String id,
            String label,
            Function<ApprovalRules, Boolean> get,
            BiFunction<ApprovalRules, Boolean, ApprovalRules> set) {
        return flag(
                id,
                APPROVALS,
                label,
                p -> get.apply(p.approvals()),
                (p, on) -> p.withApprovals(set.apply(p.approvals(), on)));
    }
}
