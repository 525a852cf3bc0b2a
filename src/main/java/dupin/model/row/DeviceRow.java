package dupin.model.row;

import dupin.model.Entity;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Devices tab and *Devices at risk*.
///
/// @param group name of its device group, `remediationLevel` that group's automation level
/// @param dataSensitivity labels of the files on it that investigations of it came upon, sorted
/// @param alertsBySeverity counts in the order High, Medium, Low, Informational
public record DeviceRow(
        Entity.Device device,
        String group,
        String remediationLevel,
        List<String> users,
        List<String> dataSensitivity,
        @Nullable Verdict verdict,
        RemediationStatus remediation,
        Severity risk,
        int alerts,
        List<Integer> alertsBySeverity,
        int investigations,
        @Nullable Instant lastInvestigated,
        @Nullable Instant firstActivity,
        @Nullable Instant lastActivity) {
    public DeviceRow {
        users = List.copyOf(users);
        dataSensitivity = List.copyOf(dataSensitivity);
        alertsBySeverity = List.copyOf(alertsBySeverity);
    }
}
