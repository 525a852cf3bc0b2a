package dupin.service;

/// The status bar: counts of the open case.
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
        boolean automationStopped) {}
