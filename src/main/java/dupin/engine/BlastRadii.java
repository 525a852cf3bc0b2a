package dupin.engine;

import dupin.model.Incident;
import dupin.model.RemediationAction;
import java.util.TreeSet;

/// Completes a planned action's blast radius with what only the fold knows.
public final class BlastRadii {
    private BlastRadii() {}

    /// The action with the number of other open incidents that show its target or the device it runs on.
    public static RemediationAction inCase(RemediationAction action, CaseState state) {
        var others = new TreeSet<String>();
        state.alertsWith(action.target().key()).forEach(alert -> state.incidentOf(alert.id()).ifPresent(others::add));
        if (action.device() != null) {
            state.alertsWith(action.device()).forEach(alert -> state.incidentOf(alert.id()).ifPresent(others::add));
        }
        others.remove(action.incidentId());
        int open = (int) others.stream().flatMap(id -> state.incident(id).stream()).filter(BlastRadii::open).count();
        return action.withBlastRadius(PlanTexts.withIncidents(action.blastRadius(), open));
    }

    private static boolean open(Incident incident) {
        return incident.status() == Incident.Status.ACTIVE || incident.status() == Incident.Status.IN_PROGRESS;
    }
}
