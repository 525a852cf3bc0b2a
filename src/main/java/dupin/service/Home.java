package dupin.service;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.row.DeviceRow;
import dupin.model.row.UserRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The home page's numbers, each of which leads to exactly its rows.
///
/// @param pendingActions pending approvals, most urgent first, grouped by the alert behind them
/// @param active investigations that have not ended
/// @param activeIncidentsBySeverity incidents that are neither resolved nor redirected: high, medium, low, informational
public record Home(
        int pendingActionCount,
        List<Waiting> waiting,
        int pendingApproval,
        int waitingForDevice,
        int running,
        int queued,
        List<Investigation> active,
        int investigated,
        int remediated,
        int alertsTotal,
        int alertsInvestigated,
        List<Integer> activeAlertsBySeverity,
        List<Integer> activeIncidentsBySeverity,
        List<DeviceRow> devicesAtRisk,
        List<UserRow> usersAtRisk,
        List<Incident> newest,
        boolean automationStopped) {

    public Home {
        waiting = List.copyOf(waiting);
        active = List.copyOf(active);
        activeAlertsBySeverity = List.copyOf(activeAlertsBySeverity);
        activeIncidentsBySeverity = List.copyOf(activeIncidentsBySeverity);
        devicesAtRisk = List.copyOf(devicesAtRisk);
        usersAtRisk = List.copyOf(usersAtRisk);
        newest = List.copyOf(newest);
    }

    /// The alert behind pending actions and the time left until the first of them expires.
    public record Waiting(String incidentId, String alertTitle, int actions, @Nullable Instant firstExpires) {}
}
