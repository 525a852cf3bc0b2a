package dupin.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Remediation actions. Email and content actions always wait for approval, and so does everything without undo.
public enum ActionType {
    QUARANTINE_FILE("Quarantine file", "Release from quarantine", Area.DEVICE, Patience.DEVICE, EntityKind.FILE),
    STOP_PROCESS("Stop process", "", Area.DEVICE, Patience.DEVICE, EntityKind.PROCESS),
    STOP_SERVICE("Stop service", "Start service", Area.DEVICE, Patience.DEVICE, EntityKind.SERVICE),
    DISABLE_DRIVER("Disable driver", "Enable driver", Area.DEVICE, Patience.DEVICE, EntityKind.DRIVER),
    REMOVE_REGISTRY_VALUE(
            "Remove registry value", "Restore registry value", Area.DEVICE, Patience.DEVICE, EntityKind.REGISTRY_VALUE),
    REMOVE_SCHEDULED_TASK(
            "Remove scheduled task", "Restore scheduled task", Area.DEVICE, Patience.DEVICE, EntityKind.SCHEDULED_TASK),
    ISOLATE_DEVICE("Isolate device", "Release from isolation", Area.DEVICE, Patience.DEVICE, EntityKind.DEVICE),
    CONTAIN_DEVICE("Contain device", "Release from containment", Area.DEVICE, Patience.CLOUD, EntityKind.DEVICE),
    RESTRICT_APP_EXECUTION(
            "Restrict app execution", "Remove app restrictions", Area.DEVICE, Patience.DEVICE, EntityKind.DEVICE),
    RUN_ANTIVIRUS_SCAN("Run antivirus scan", "", Area.DEVICE, Patience.DEVICE, EntityKind.DEVICE),
    COLLECT_INVESTIGATION_PACKAGE("Collect investigation package", "", Area.DEVICE, Patience.DEVICE, EntityKind.DEVICE),
    COLLECT_SAMPLE("Collect sample", "", Area.DEVICE, Patience.DEVICE, EntityKind.FILE),
    OFFBOARD_DEVICE("Offboard device", "", Area.DEVICE, Patience.DEVICE, EntityKind.DEVICE),
    BLOCK_FILE("Block file", "Remove file block", Area.DEVICE, Patience.CLOUD, EntityKind.FILE),
    BLOCK_URL("Block URL", "Remove URL block", Area.CONTENT, Patience.CLOUD, EntityKind.URL, EntityKind.DOMAIN),
    BLOCK_IP("Block IP address", "Remove IP block", Area.DEVICE, Patience.CLOUD, EntityKind.IP_ADDRESS),
    CONTAIN_IP("Contain IP address", "Release IP from containment", Area.DEVICE, Patience.CLOUD, EntityKind.IP_ADDRESS),
    SOFT_DELETE_MAIL("Soft delete email", "Move to Inbox", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_MESSAGE),
    SOFT_DELETE_CLUSTER(
            "Soft delete email cluster", "Move to Inbox", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_CLUSTER),
    MOVE_TO_JUNK("Move email to junk", "Move to Inbox", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_MESSAGE),
    MOVE_TO_DELETED(
            "Move email to deleted items", "Move to Inbox", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_MESSAGE),
    QUARANTINE_MAIL(
            "Quarantine email", "Release email from quarantine", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_MESSAGE),
    HARD_DELETE_MAIL("Hard delete email", "", Area.CONTENT, Patience.MAIL, EntityKind.MAIL_MESSAGE),
    DISABLE_USER("Disable user", "Enable user", Area.IDENTITY, Patience.CLOUD, EntityKind.USER),
    CONTAIN_USER("Contain user", "Release user from containment", Area.IDENTITY, Patience.CLOUD, EntityKind.USER),
    RESET_PASSWORD("Force password reset", "", Area.IDENTITY, Patience.CLOUD, EntityKind.USER),
    REQUIRE_MFA(
            "Require multi-factor authentication",
            "Withdraw multi-factor requirement",
            Area.IDENTITY,
            Patience.CLOUD,
            EntityKind.USER),
    REVOKE_SESSIONS("Require user to sign in again", "", Area.IDENTITY, Patience.CLOUD, EntityKind.USER),
    MARK_COMPROMISED("Confirm user compromised", "", Area.IDENTITY, Patience.CLOUD, EntityKind.USER),
    REMOVE_FORWARDING_RULE(
            "Remove forwarding rule",
            "Restore forwarding rule",
            Area.CONTENT,
            Patience.MAIL,
            EntityKind.MAILBOX,
            EntityKind.USER),
    REMOVE_DELEGATION(
            "Remove mailbox delegation", "Restore mailbox delegation", Area.CONTENT, Patience.MAIL, EntityKind.MAILBOX),
    /// Ten or more devices reached from one entity: investigating them is itself a decision.
    EXPAND_SCOPE("Expand pivot", "", Area.DEVICE, Patience.CLOUD);

    public enum Area {
        DEVICE("device"),
        CONTENT("email"),
        IDENTITY("identity");

        private final String word;

        Area(String word) {
            this.word = word;
        }

        /// The action center's "action source".
        public String source() {
            return "Automated " + word + " action";
        }

        /// The source of what a person asked for.
        public String manualSource() {
            return "Manual " + word + " action";
        }
    }

    /// How long a responder may take: a device may be off for a weekend, a mailbox is busy, the cloud answers.
    private enum Patience {
        DEVICE(Duration.ofDays(3)),
        MAIL(Duration.ofDays(1)),
        CLOUD(Duration.ofHours(1));

        private final Duration window;

        Patience(Duration window) {
            this.window = window;
        }
    }

    /// A choice that the action leaves to whoever asks for it; the first value is what it takes unasked.
    public record Parameter(String name, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    private final String label;
    private final String undoLabel;
    private final Area area;
    private final Patience patience;
    private final Set<EntityKind> targets;

    ActionType(String label, String undoLabel, Area area, Patience patience, EntityKind... targets) {
        this.label = label;
        this.undoLabel = undoLabel;
        this.area = area;
        this.patience = patience;
        this.targets = Set.of(targets);
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

    /// Kinds of entities that it works on, in the order of their declaration; empty for any.
    public Set<EntityKind> targets() {
        return targets.isEmpty() ? Set.of() : EnumSet.copyOf(targets);
    }

    /// So long a responder tries before the action counts as timed out: an isolation reaches a device that was off for three
    /// days, and so does what else runs on devices.
    public Duration retryWindow() {
        return patience.window;
    }

    public List<Parameter> parameters() {
        return switch (this) {
            case ISOLATE_DEVICE -> List.of(new Parameter("isolationType", List.of("Full", "Selective")));
            case RUN_ANTIVIRUS_SCAN -> List.of(new Parameter("scanType", List.of("Quick", "Full")));
            case SOFT_DELETE_MAIL, SOFT_DELETE_CLUSTER, HARD_DELETE_MAIL, MOVE_TO_JUNK, MOVE_TO_DELETED ->
                    List.of(new Parameter("remediateSendersCopy", List.of("false", "true")));
            case BLOCK_FILE -> List.of(new Parameter("action", List.of("BlockAndRemediate", "Block", "Warn", "Audit")));
            case BLOCK_URL, BLOCK_IP -> List.of(new Parameter("action", List.of("Block", "Warn", "Audit")));
            case REVOKE_SESSIONS -> List.of(new Parameter("identityProvider", List.of("entraID", "okta")));
            case DISABLE_USER, RESET_PASSWORD, MARK_COMPROMISED ->
                    List.of(new Parameter("identityProvider", List.of("entraID", "activeDirectory", "okta")));
            default -> List.of();
        };
    }

    /// Whether investigations propose it; the others are asked for by a person.
    public boolean proposedByInvestigations() {
        return switch (this) {
            case CONTAIN_DEVICE,
                    RESTRICT_APP_EXECUTION,
                    RUN_ANTIVIRUS_SCAN,
                    COLLECT_INVESTIGATION_PACKAGE,
                    COLLECT_SAMPLE,
                    OFFBOARD_DEVICE,
                    BLOCK_FILE,
                    CONTAIN_IP,
                    MOVE_TO_JUNK,
                    MOVE_TO_DELETED,
                    QUARANTINE_MAIL,
                    REMOVE_DELEGATION,
                    HARD_DELETE_MAIL,
                    CONTAIN_USER,
                    MARK_COMPROMISED ->
                    false;
            default -> true;
        };
    }

    /// Whether it changes nothing that one would want back: without undo, and yet not for good.
    public boolean harmless() {
        return switch (this) {
            case EXPAND_SCOPE, RUN_ANTIVIRUS_SCAN, COLLECT_INVESTIGATION_PACKAGE, COLLECT_SAMPLE -> true;
            default -> false;
        };
    }

    /// Whether it takes effect on one device only, so that the same deed on another device is another effect.
    public boolean onOneDevice() {
        return switch (this) {
            case QUARANTINE_FILE,
                    COLLECT_SAMPLE,
                    STOP_PROCESS,
                    STOP_SERVICE,
                    DISABLE_DRIVER,
                    REMOVE_REGISTRY_VALUE,
                    REMOVE_SCHEDULED_TASK ->
                    true;
            default -> false;
        };
    }
}
