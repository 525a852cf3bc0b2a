package dupin.model.row;

import dupin.model.Entity;
import dupin.model.Finding;
import dupin.model.RemediationStatus;
import dupin.model.Verdict;
import java.util.List;

/// Key findings tab: an incriminating observation on a malicious or suspicious entity, with what was done about it.
///
/// @param actions labels and states of the actions on the entity
public record KeyFinding(
        Finding finding, Entity entity, Verdict verdict, RemediationStatus remediation, List<String> actions) {
    public KeyFinding {
        actions = List.copyOf(actions);
    }
}
