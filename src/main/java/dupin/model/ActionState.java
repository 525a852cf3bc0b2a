package dupin.model;

/// States of a remediation action, in the order in which it may go through them. `open` states keep their investigation
/// open. The moves between them stand in one table, `dupin.engine.Transitions`.
public enum ActionState {
    PENDING("Pending approval", true),
    /// Wanted, by a person or by policy; not yet handed to a responder, and free to be cancelled.
    APPROVED("Approved", true),
    /// Waits for a hand of the responder that it was given to; free to be cancelled.
    QUEUED("Queued", true),
    RUNNING("Running", true),
    /// The responder says that it is done; the estate is being read back.
    VERIFYING("Verifying", true),
    COMPLETED("Completed", false),
    FAILED("Failed", false),
    /// The responder did not get it done within the retry window.
    TIMED_OUT("Timed out", false),
    CANCELLED("Cancelled", false),
    SKIPPED("Skipped", false),
    DECLINED("Declined", false),
    /// Nobody decided in time, which counts as rejected.
    EXPIRED("Expired", false),
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

    /// Decided, and a responder has it or is to have it.
    public boolean underWay() {
        return this == APPROVED || this == QUEUED || this == RUNNING || this == VERIFYING;
    }

    /// Not dispatched yet, so that a cancellation comes in time.
    public boolean cancellable() {
        return this == APPROVED || this == QUEUED;
    }

    /// A person may have it tried once more.
    public boolean retriable() {
        return this == FAILED || this == TIMED_OUT;
    }
}
