package dupin.model.policy;

/// How many persons may do what; all zero where no operators are set up and one local administrator may do everything.
public record Staff(int analysts, int approvers, int administrators) {
    public static final Staff LOCAL = new Staff(0, 0, 0);

    public boolean configured() {
        return analysts + approvers + administrators > 0;
    }

    /// Administrators may approve, too.
    public int mayApprove() {
        return approvers + administrators;
    }
}
