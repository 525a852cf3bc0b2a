package dupin.model.row;

import dupin.model.Entity;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mailboxes tab.
///
/// @param riskyActivities short sentences of the findings against it
public record MailboxRow(
        Entity.Mailbox mailbox,
        @Nullable Verdict verdict,
        RemediationStatus remediation,
        Severity risk,
        List<String> riskyActivities) {
    public MailboxRow {
        riskyActivities = List.copyOf(riskyActivities);
    }
}
