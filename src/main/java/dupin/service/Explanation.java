package dupin.service;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.ScopeExpansion;
import dupin.model.SparedAction;
import dupin.model.VerdictOverride;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an entity has its verdict, whole: what the flyout shows.
///
/// @param ledger null while nothing has judged it
/// @param own the engine's own ledger where an analyst's verdict stands before it, else the same as `ledger`
/// @param override the analyst's verdict; null when there is none
/// @param counterfactuals what would change the engine's verdict, a sentence each; empty when nothing found would
/// @param attributes name and value pairs in reading order
/// @param seenEvents telemetry rows that show it, `seenDevices` the devices where
/// @param expansions how it entered the scope; empty when an alert brought it
/// @param spared actions that were not proposed, and why
public record Explanation(
        Entity entity,
        @Nullable Ledger ledger,
        @Nullable Ledger own,
        @Nullable VerdictOverride override,
        List<String> counterfactuals,
        RemediationStatus remediation,
        List<Attribute> attributes,
        List<Alert> alerts,
        List<String> incidents,
        List<String> providerVerdicts,
        long seenEvents,
        List<String> seenDevices,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<ScopeExpansion> expansions,
        List<RemediationAction> actions,
        List<SparedAction> spared) {

    public Explanation {
        counterfactuals = List.copyOf(counterfactuals);
        attributes = List.copyOf(attributes);
        alerts = List.copyOf(alerts);
        incidents = List.copyOf(incidents);
        providerVerdicts = List.copyOf(providerVerdicts);
        seenDevices = List.copyOf(seenDevices);
        expansions = List.copyOf(expansions);
        actions = List.copyOf(actions);
        spared = List.copyOf(spared);
    }

    /// @param mono whether it is a hash, path, command line or id
    public record Attribute(String name, String value, boolean mono) {}
}
