package dupin.model;

/// Status of an investigation, in the words of `investigationState`; the last group are reasons why none was started.
public enum InvestigationState {
    QUEUED("queued", "Queued", false),
    RUNNING("running", "Running", false),
    PENDING_APPROVAL("pendingApproval", "Pending action", false),
    PENDING_RESOURCE("pendingResource", "Waiting for device", false),
    SUCCESSFULLY_REMEDIATED("successfullyRemediated", "Remediated", true),
    PARTIALLY_REMEDIATED("partiallyRemediated", "Partially remediated", true),
    BENIGN("benign", "No threats found", true),
    PARTIALLY_INVESTIGATED("partiallyInvestigated", "Partially investigated", true),
    FAILED("failed", "Failed", true),
    TERMINATED_BY_USER("terminatedByUser", "Terminated by user", true),
    TERMINATED_BY_SYSTEM("terminatedBySystem", "Terminated by system", true),
    UNSUPPORTED_ALERT_TYPE("unsupportedAlertType", "Unsupported alert type", true),
    SUPPRESSED_ALERT("suppressedAlert", "Suppressed alert", true),
    /// The device group's automation level forbids investigations.
    NOT_PROTECTED("notProtected", "Not protected", true);

    private final String word;
    private final String label;
    private final boolean ended;

    InvestigationState(String word, String label, boolean ended) {
        this.word = word;
        this.label = label;
        this.ended = ended;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /// No further step, no open action.
    public boolean ended() {
        return ended;
    }
}
