package dupin.service;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.HostClock;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the case knows of one device or user.
///
/// @param identity name and value pairs in reading order
/// @param group name of a device's group, `level` that group's automation level; "" for a user
/// @param risk highest severity of its alerts that still need somebody
/// @param activeBySeverity active alerts in the order High, Medium, Low, Informational
/// @param alerts newest first
/// @param incidents that it belongs to, `investigations` that had it in their scope, `actions` on it
/// @param rows telemetry rows that show it, from `first` to `last` as the sources tell the time
/// @param clock the correction of a device's clock; null where there is none
public record AssetPage(
        Entity entity,
        List<Explanation.Attribute> identity,
        String group,
        String level,
        @Nullable Verdict verdict,
        RemediationStatus remediation,
        Severity risk,
        List<Integer> activeBySeverity,
        List<Desk.CaseAlert> alerts,
        List<Incident> incidents,
        List<Investigation> investigations,
        List<RemediationAction> actions,
        long rows,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable HostClock clock) {

    public AssetPage {
        identity = List.copyOf(identity);
        activeBySeverity = List.copyOf(activeBySeverity);
        alerts = List.copyOf(alerts);
        incidents = List.copyOf(incidents);
        investigations = List.copyOf(investigations);
        actions = List.copyOf(actions);
    }

    public EntityKey key() {
        return entity.key();
    }

    /// Something that rows show together with the device or user.
    ///
    /// @param rows that show both
    public record Seen(EntityKey key, String label, long rows, @Nullable Instant first, @Nullable Instant last) {}
}
