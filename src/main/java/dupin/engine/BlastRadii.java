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
        return new RemediationAction(
                action.id(),
                action.investigationId(),
                action.incidentId(),
                action.type(),
                action.target(),
                action.device(),
                action.verdict(),
                action.state(),
                action.automatic(),
                action.reason(),
                action.policyReason(),
                action.evidenceDigest(),
                action.undoPlan(),
                PlanTexts.withIncidents(action.blastRadius(), open),
                action.decidedBy(),
                action.comment(),
                action.statusDetails(),
                action.verified(),
                action.proposedDateTime(),
                action.expiresDateTime(),
                action.decidedDateTime(),
                action.startedDateTime(),
                action.endedDateTime());
    }

    private static boolean open(Incident incident) {
        return incident.status() == Incident.Status.ACTIVE || incident.status() == Incident.Status.IN_PROGRESS;
    }
}
