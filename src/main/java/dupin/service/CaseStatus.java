package dupin.service;

import java.util.List;

/// The status bar: counts of the open case.
///
/// @param waitingForResponder actions that belong to a responder that is not armed
/// @param trippedBrakes kinds of actions of which nothing runs by itself any more within this hour
public record CaseStatus(
        long entries,
        int incidents,
        int alerts,
        long events,
        int queued,
        int running,
        int pendingActions,
        int failedInvestigations,
        String responder,
        boolean responderReal,
        boolean automationStopped,
        int waitingForResponder,
        List<String> trippedBrakes) {
    public CaseStatus {
        trippedBrakes = List.copyOf(trippedBrakes);
    }
}
