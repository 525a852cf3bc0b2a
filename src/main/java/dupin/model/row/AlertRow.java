package dupin.model.row;

import dupin.model.Alert;
import dupin.model.AlertStatus;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.policy.Tuned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert among others. `impactedAssets` are the labels of its devices, users and mailboxes.
///
/// @param incidentId "" when it belongs to none
/// @param status a person's word on it or on its incident, whichever came later, else the source's
/// @param classification the alert's own, by a person or else by its source, else its incident's; so is the determination
/// @param assignedTo whom it or its incident was given to here, whichever came later, else whom the alert names, else whom the incident names
/// @param investigationState ours, not the provider's; null when nothing was decided yet
/// @param investigationNote why it stands so, for example why none was started
/// @param tuned what hid or resolved it; null where no tuning rule did
public record AlertRow(
        Alert alert,
        String incidentId,
        String incidentName,
        String status,
        List<String> impactedAssets,
        List<String> users,
        List<LinkReason> linkedBy,
        @Nullable InvestigationState investigationState,
        String investigationNote,
        String classification,
        String determination,
        String assignedTo,
        @Nullable Tuned tuned) {
    public AlertRow {
        impactedAssets = List.copyOf(impactedAssets);
        users = List.copyOf(users);
        linkedBy = List.copyOf(linkedBy);
    }

    /// One that no tuning rule took.
    public AlertRow(
            Alert alert,
            String incidentId,
            String incidentName,
            String status,
            List<String> impactedAssets,
            List<String> users,
            List<LinkReason> linkedBy,
            @Nullable InvestigationState investigationState,
            String investigationNote,
            String classification,
            String determination,
            String assignedTo) {
        this(
                alert,
                incidentId,
                incidentName,
                status,
                impactedAssets,
                users,
                linkedBy,
                investigationState,
                investigationNote,
                classification,
                determination,
                assignedTo,
                null);
    }

    /// Whether it still asks for somebody.
    public boolean open() {
        return AlertStatus.parse(status).open();
    }

    /// When it was last active; null when its source does not say.
    public @Nullable Instant lastActivity() {
        return alert.lastActivityDateTime() != null ? alert.lastActivityDateTime() : alert.time();
    }
}
