package dupin.model.row;

import dupin.model.Alert;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alerts tab. `impactedAssets` are the labels of its devices, users and mailboxes.
///
/// @param investigationState ours, not the provider's; null when nothing was decided yet
/// @param investigationNote why it stands so, for example why none was started
public record AlertRow(
        Alert alert,
        String incidentId,
        String incidentName,
        String status,
        List<String> impactedAssets,
        List<String> users,
        List<LinkReason> linkedBy,
        @Nullable InvestigationState investigationState,
        String investigationNote) {
    public AlertRow {
        impactedAssets = List.copyOf(impactedAssets);
        users = List.copyOf(users);
        linkedBy = List.copyOf(linkedBy);
    }
}
