package dupin.engine;

import dupin.model.AlertStatus;

/// Which alerts still ask for somebody. Stateless.
public final class AlertQueue {
    private AlertQueue() {}

    /// Whether the alert is neither resolved nor hidden, by whatever word its source says so.
    public static boolean holds(CaseState state, String alertId) {
        return AlertStatus.parse(state.alertStatus(alertId)).open();
    }
}
