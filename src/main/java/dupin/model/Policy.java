package dupin.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        boolean blindReview) {
    public Policy {
        deviceGroups = List.copyOf(deviceGroups);
        alertPolicies = List.copyOf(alertPolicies);
        coreFolders = List.copyOf(coreFolders);
        tempFolders = List.copyOf(tempFolders);
        excludedFolders = List.copyOf(excludedFolders);
        neverTouch = List.copyOf(neverTouch);
        indicators = List.copyOf(indicators);
    }

    public Optional<Indicator> indicator(EntityKey key) {
        return indicators.stream().filter(i -> i.entity().equals(key)).findFirst();
    }

    /// The policy as it applies at that time: without indicators that have expired.
    public Policy at(Instant time) {
        return indicators.stream().allMatch(i -> i.appliesAt(time))
                ? this
                : withIndicators(indicators.stream().filter(i -> i.appliesAt(time)).toList());
    }

    public Policy withDeviceGroups(List<DeviceGroup> groups) {
        return new Policy(
                version,
                groups,
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
                blindReview);
    }

    public Policy withAlertPolicies(List<AlertPolicy> policies) {
        return new Policy(
                version,
                deviceGroups,
                policies,
                coreFolders,
                tempFolders,
                excludedFolders,
                neverTouch,
                indicators,
                pendingExpiryDays,
                maxAutomaticPerHour,
                expansionGate,
                automationStopped,
                blindReview);
    }

    public Policy withFolders(List<String> core, List<String> temp, List<String> excluded) {
        return new Policy(
                version,
                deviceGroups,
                alertPolicies,
                core,
                temp,
                excluded,
                neverTouch,
                indicators,
                pendingExpiryDays,
                maxAutomaticPerHour,
                expansionGate,
                automationStopped,
                blindReview);
    }

    public Policy withNeverTouch(List<EntityKey> keys) {
        return new Policy(
                version,
                deviceGroups,
                alertPolicies,
                coreFolders,
                tempFolders,
                excludedFolders,
                keys,
                indicators,
                pendingExpiryDays,
                maxAutomaticPerHour,
                expansionGate,
                automationStopped,
                blindReview);
    }

    public Policy withIndicators(List<Indicator> list) {
        return new Policy(
                version,
                deviceGroups,
                alertPolicies,
                coreFolders,
                tempFolders,
                excludedFolders,
                neverTouch,
                list,
                pendingExpiryDays,
                maxAutomaticPerHour,
                expansionGate,
                automationStopped,
                blindReview);
    }

    public Policy withLimits(int expiryDays, int automaticPerHour, int gate, boolean stopped, boolean blind) {
        return new Policy(
                version,
                deviceGroups,
                alertPolicies,
                coreFolders,
                tempFolders,
                excludedFolders,
                neverTouch,
                indicators,
                expiryDays,
                automaticPerHour,
                gate,
                stopped,
                blind);
    }

    public Policy withVersion(int next) {
        return new Policy(
                next,
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
                blindReview);
    }
}
