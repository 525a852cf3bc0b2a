package dupin.model;

/// States of a remediation action. `open` states keep their investigation open.
public enum ActionState {
    PENDING("Pending approval", true),
    /// Approved by a person or by policy, not yet begun.
    QUEUED("Queued", true),
    RUNNING("Running", true),
    COMPLETED("Completed", false),
    FAILED("Failed", false),
    SKIPPED("Skipped", false),
    DECLINED("Declined", false),
    EXPIRED("Timed out", false),
    UNDOING("Undoing", true),
    UNDONE("Undone", false);

    private final String label;
    private final boolean open;

    ActionState(String label, boolean open) {
        this.label = label;
        this.open = open;
    }

    public String label() {
        return label;
    }

    public boolean open() {
        return open;
    }
}
