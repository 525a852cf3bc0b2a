package dupin.model;

import java.util.Optional;

/// Remediation actions. Email and content actions always wait for approval, and so does everything without undo.
public enum ActionType {
    QUARANTINE_FILE("Quarantine file", "Release from quarantine", Area.DEVICE),
    STOP_PROCESS("Stop process", "", Area.DEVICE),
    STOP_SERVICE("Stop service", "Start service", Area.DEVICE),
    DISABLE_DRIVER("Disable driver", "Enable driver", Area.DEVICE),
    REMOVE_REGISTRY_VALUE("Remove registry value", "Restore registry value", Area.DEVICE),
    REMOVE_SCHEDULED_TASK("Remove scheduled task", "Restore scheduled task", Area.DEVICE),
    ISOLATE_DEVICE("Isolate device", "Release from isolation", Area.DEVICE),
    BLOCK_URL("Block URL", "Remove URL block", Area.CONTENT),
    BLOCK_IP("Block IP address", "Remove IP block", Area.DEVICE),
    SOFT_DELETE_MAIL("Soft delete email", "Move to Inbox", Area.CONTENT),
    SOFT_DELETE_CLUSTER("Soft delete email cluster", "Move to Inbox", Area.CONTENT),
    DISABLE_USER("Disable user", "Enable user", Area.IDENTITY),
    RESET_PASSWORD("Force password reset", "", Area.IDENTITY),
    REQUIRE_MFA("Require multi-factor authentication", "Withdraw multi-factor requirement", Area.IDENTITY),
    REVOKE_SESSIONS("Require user to sign in again", "", Area.IDENTITY),
    REMOVE_FORWARDING_RULE("Remove forwarding rule", "Restore forwarding rule", Area.CONTENT),
    /// Ten or more devices reached from one entity: investigating them is itself a decision.
    EXPAND_SCOPE("Expand pivot", "", Area.DEVICE);

    public enum Area {
        DEVICE("Automated device action"),
        CONTENT("Automated email action"),
        IDENTITY("Automated identity action");

        private final String source;

        Area(String source) {
            this.source = source;
        }

        /// The action center's "action source".
        public String source() {
            return source;
        }
    }

    private final String label;
    private final String undoLabel;
    private final Area area;

    ActionType(String label, String undoLabel, Area area) {
        this.label = label;
        this.undoLabel = undoLabel;
        this.area = area;
    }

    public String label() {
        return label;
    }

    /// What undoes it; empty when nothing does.
    public Optional<String> undoLabel() {
        return undoLabel.isEmpty() ? Optional.empty() : Optional.of(undoLabel);
    }

    public Area area() {
        return area;
    }
}
