package dupin.engine;

import dupin.model.Finding;
import java.util.stream.Stream;

/// Findings that say which sensitivity label data bears: they weigh nothing, and their cause holds the label.
public final class Sensitivity {
    public static final String WEIGHT = "data.sensitivity";
    private static final String CAUSE = "sensitivity:";

    private Sensitivity() {}

    public static String cause(String label) {
        return CAUSE + label;
    }

    static boolean is(Finding finding) {
        return finding.weightId().equals(WEIGHT) && finding.cause().startsWith(CAUSE);
    }

    /// @param finding one of them
    static String label(Finding finding) {
        return finding.cause().substring(CAUSE.length());
    }

    /// Those that hold now, of one investigation.
    static Stream<Finding> found(CaseState state, String investigationId) {
        InvestigationFold run = state.investigations.get(investigationId);
        return run == null || !run.sensitive()
                ? Stream.empty()
                : run.found().findings().stream().filter(Sensitivity::is);
    }
}
