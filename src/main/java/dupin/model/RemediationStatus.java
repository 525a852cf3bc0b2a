package dupin.model;

/// State of remediation of one entity, in the words of `evidenceRemediationStatus`.
public enum RemediationStatus {
    NONE("None"),
    ACTIVE("Active"),
    PENDING_APPROVAL("Pending approval"),
    RUNNING("Running"),
    REMEDIATED("Remediated"),
    PARTIALLY_REMEDIATED("Partially remediated"),
    UNREMEDIATED("Unremediated"),
    DECLINED("Declined"),
    PREVENTED("Prevented"),
    BLOCKED("Blocked"),
    NOT_FOUND("Not found");

    private final String label;

    RemediationStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
