package dupin.model.policy;

import dupin.model.ActionState;
import dupin.model.RemediationAction;

/// What became of a piece of evidence under the policies that applied.
public enum Happened {
    RAN("Ran by itself"),
    APPROVED("Approved by a person"),
    REJECTED("Rejected"),
    EXPIRED("Timed out"),
    SKIPPED("Skipped"),
    WAITS("Waits"),
    /// Nothing was proposed, or no investigation was started.
    NOTHING("Nothing was done"),
    INVESTIGATED("Investigated");

    private final String label;

    Happened(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Happened to(RemediationAction action) {
        ActionState state = action.state();
        return switch (state) {
            case PENDING -> WAITS;
            case DECLINED -> REJECTED;
            case EXPIRED -> EXPIRED;
            case SKIPPED -> SKIPPED;
            default -> action.automatic() && action.approvedOn().isEmpty() ? RAN : APPROVED;
        };
    }
}
