package dupin.model.row;

import dupin.model.Entity;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users tab and *Users at risk*.
///
/// @param alertsBySeverity counts in the order High, Medium, Low, Informational
public record UserRow(
        Entity.User user,
        @Nullable Verdict verdict,
        RemediationStatus remediation,
        Severity risk,
        int alerts,
        List<Integer> alertsBySeverity,
        @Nullable Instant firstActivity,
        @Nullable Instant lastActivity) {
    public UserRow {
        alertsBySeverity = List.copyOf(alertsBySeverity);
    }
}
