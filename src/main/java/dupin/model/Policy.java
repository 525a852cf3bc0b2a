package dupin.model;

import dupin.model.policy.ApprovalRules;
import dupin.model.policy.CriticalRule;
import dupin.model.policy.EmailAutomation;
import dupin.model.policy.TuningRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that decides what Dupin may do in a case; each change of it is a journal entry.
///
/// @param coreFolders path patterns (`*` any text) of operating system folders, matched on [Canonical#path]
/// @param tempFolders path patterns of temporary folders; CORE wins where both match
/// @param excludedFolders path patterns that analyzers skip
/// @param neverTouch entities that no action may have as its target
/// @param pendingExpiryDays after that many days a pending action counts as rejected
/// @param maxAutomaticPerHour circuit breaker: automatic actions of one type per hour
/// @param expansionGate so many devices reached from one entity make the expansion itself a pending action
/// @param automationStopped the one switch: nothing runs without approval
/// @param blindReview provider verdicts are not counted
/// @param approvals what decisions on actions need
/// @param email what may be done on email without asking
/// @param critical which assets are worth more than others
/// @param tuning which alerts are hidden or resolved by themselves; the first that matches decides
public record Policy(
        int version,
        List<DeviceGroup> deviceGroups,
        List<AlertPolicy> alertPolicies,
        List<String> coreFolders,
        List<String> tempFolders,
        List<String> excludedFolders,
        List<EntityKey> neverTouch,
        List<Indicator> indicators,
        int pendingExpiryDays,
        int maxAutomaticPerHour,
        int expansionGate,
        boolean automationStopped,
        boolean blindReview,
        ApprovalRules approvals,
        EmailAutomation email,
        CriticalRule critical,
        List<TuningRule> tuning) {
    /// Before anybody sets a policy nothing starts and nothing runs by itself.
    public static final Policy NONE =
            new Policy(
                    0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 7, 0, 10, true,
                    false);

    public Policy {
        deviceGroups = List.copyOf(deviceGroups);
        alertPolicies = List.copyOf(alertPolicies);
        coreFolders = List.copyOf(coreFolders);
        tempFolders = List.copyOf(tempFolders);
        excludedFolders = List.copyOf(excludedFolders);
        neverTouch = List.copyOf(neverTouch);
        indicators = List.copyOf(indicators);
        // Journals of older versions do not name them.
        approvals = Objects.requireNonNullElse(approvals, ApprovalRules.NONE);
        email = Objects.requireNonNullElse(email, EmailAutomation.NONE);
        critical = CriticalRule.orShipped(critical);
        tuning = List.copyOf(tuning);
    }

    /// One under which approvals need nothing but a word, email always waits, what ships says what is critical and no alert
    /// is tuned.
    public Policy(
            int version,
            List<DeviceGroup> deviceGroups,
            List<AlertPolicy> alertPolicies,
            List<String> coreFolders,
            List<String> tempFolders,
            List<String> excludedFolders,
            List<EntityKey> neverTouch,
            List<Indicator> indicators,
            int pendingExpiryDays,
            int maxAutomaticPerHour,
            int expansionGate,
            boolean automationStopped,
            boolean blindReview) {
        this(
                version,
                deviceGroups,
                alertPolicies,
                coreFolders,
                tempFolders,
                excludedFolders,
                neverTouch,
                indicators,
                pendingExpiryDays,
                maxAutomaticPerHour,
                expansionGate,
                automationStopped,
                blindReview,
                ApprovalRules.NONE,
                EmailAutomation.NONE,
                CriticalRule.SHIPPED,
                List.of());
    }

    public Optional<Indicator> indicator(EntityKey key) {
        return indicators.stream().filter(i -> i.entity().equals(key)).findFirst();
    }

    public Policy withDeviceGroups(List<DeviceGroup> groups) {
        return with(draft -> draft.deviceGroups = groups);
    }

    public Policy withAlertPolicies(List<AlertPolicy> policies) {
        return with(draft -> draft.alertPolicies = policies);
    }

    public Policy withFolders(List<String> core, List<String> temp, List<String> excluded) {
        return with(draft -> {
            draft.coreFolders = core;
            draft.tempFolders = temp;
            draft.excludedFolders = excluded;
        });
    }

    public Policy withNeverTouch(List<EntityKey> keys) {
        return with(draft -> draft.neverTouch = keys);
    }

    public Policy withIndicators(List<Indicator> list) {
        return with(draft -> draft.indicators = list);
    }

    public Policy withLimits(int expiryDays, int automaticPerHour, int gate, boolean stopped, boolean blind) {
        return with(draft -> {
            draft.pendingExpiryDays = expiryDays;
            draft.maxAutomaticPerHour = automaticPerHour;
            draft.expansionGate = gate;
            draft.automationStopped = stopped;
            draft.blindReview = blind;
        });
    }

    public Policy withApprovals(ApprovalRules rules) {
        return with(draft -> draft.approvals = rules);
    }

    public Policy withEmail(EmailAutomation automation) {
        return with(draft -> draft.email = automation);
    }

    public Policy withCritical(CriticalRule rule) {
        return with(draft -> draft.critical = rule);
    }

    public Policy withTuning(List<TuningRule> rules) {
        return with(draft -> draft.tuning = rules);
    }

    public Policy withVersion(int next) {
        return with(draft -> draft.version = next);
    }

    private Policy with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /// A copy with some settings changed: the one place that knows them all.
    private static final class Draft {
        private int version;
        private List<DeviceGroup> deviceGroups;
        private List<AlertPolicy> alertPolicies;
        private List<String> coreFolders;
        private List<String> tempFolders;
        private List<String> excludedFolders;
        private List<EntityKey> neverTouch;
        private List<Indicator> indicators;
        private int pendingExpiryDays;
        private int maxAutomaticPerHour;
        private int expansionGate;
        private boolean automationStopped;
        private boolean blindReview;
        private ApprovalRules approvals;
        private EmailAutomation email;
        private CriticalRule critical;
        private List<TuningRule> tuning;

        Draft(Policy from) {
            version = from.version;
            deviceGroups = from.deviceGroups;
            alertPolicies = from.alertPolicies;
            coreFolders = from.coreFolders;
            tempFolders = from.tempFolders;
            excludedFolders = from.excludedFolders;
            neverTouch = from.neverTouch;
            indicators = from.indicators;
            pendingExpiryDays = from.pendingExpiryDays;
            maxAutomaticPerHour = from.maxAutomaticPerHour;
            expansionGate = from.expansionGate;
            automationStopped = from.automationStopped;
            blindReview = from.blindReview;
            approvals = from.approvals;
            email = from.email;
            critical = from.critical;
            tuning = from.tuning;
        }

        Policy made() {
            return new Policy(
                    version,
                    deviceGroups,
                    alertPolicies,
                    coreFolders,
                    tempFolders,
                    excludedFolders,
                    neverTouch,
                    indicators,
                    pendingExpiryDays,
                    maxAutomaticPerHour,
                    expansionGate,
                    automationStopped,
                    blindReview,
                    approvals,
                    email,
                    critical,
                    tuning);
        }
    }
}
