package dupin.engine;

import dupin.model.policy.TuningRule;

/// Which alerts still ask for somebody. Stateless.
public final class AlertQueue {
    private AlertQueue() {}

    /// Whether the alert is neither resolved nor hidden.
    public static boolean holds(CaseState state, String alertId) {
        String status = state.alertStatus(alertId);
        return !status.equals(CaseState.RESOLVED) && !status.equals(TuningRule.Effect.HIDE.done());
    }
}
