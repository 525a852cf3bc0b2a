package dupin.model.policy;

import dupin.model.ActionType;
import dupin.model.EntityKind;
import java.util.Arrays;
import java.util.List;

/// A kind of entity with an action that may be proposed on it: one row of the decision matrix.
public enum Subject {
    FILE(EntityKind.FILE, ActionType.QUARANTINE_FILE),
    PROCESS(EntityKind.PROCESS, ActionType.STOP_PROCESS),
    SERVICE(EntityKind.SERVICE, ActionType.STOP_SERVICE),
    DRIVER(EntityKind.DRIVER, ActionType.DISABLE_DRIVER),
    REGISTRY_VALUE(EntityKind.REGISTRY_VALUE, ActionType.REMOVE_REGISTRY_VALUE),
    SCHEDULED_TASK(EntityKind.SCHEDULED_TASK, ActionType.REMOVE_SCHEDULED_TASK),
    DEVICE(EntityKind.DEVICE, ActionType.ISOLATE_DEVICE),
    IP_ADDRESS(EntityKind.IP_ADDRESS, ActionType.BLOCK_IP),
    URL(EntityKind.URL, ActionType.BLOCK_URL),
    DOMAIN(EntityKind.DOMAIN, ActionType.BLOCK_URL),
    MAIL_MESSAGE(EntityKind.MAIL_MESSAGE, ActionType.SOFT_DELETE_MAIL),
    CLUSTER_OF_FILES(EntityKind.MAIL_CLUSTER, ActionType.SOFT_DELETE_CLUSTER, "similar files"),
    CLUSTER_OF_URLS(EntityKind.MAIL_CLUSTER, ActionType.SOFT_DELETE_CLUSTER, "similar URLs"),
    CLUSTER(EntityKind.MAIL_CLUSTER, ActionType.SOFT_DELETE_CLUSTER, "other"),
    MAILBOX(EntityKind.MAILBOX, ActionType.REMOVE_FORWARDING_RULE),
    USER_DISABLE(EntityKind.USER, ActionType.DISABLE_USER),
    USER_PASSWORD(EntityKind.USER, ActionType.RESET_PASSWORD),
    USER_SESSIONS(EntityKind.USER, ActionType.REVOKE_SESSIONS),
    USER_MFA(EntityKind.USER, ActionType.REQUIRE_MFA),
    USER_RULE(EntityKind.USER, ActionType.REMOVE_FORWARDING_RULE),
    SCOPE(EntityKind.UNKNOWN, ActionType.EXPAND_SCOPE, "any");

    private static final List<Place> FILES = List.of(Place.NONE, Place.CORE, Place.TEMP, Place.OTHER);

    private final EntityKind kind;
    private final ActionType type;
    private final String variant;

    Subject(EntityKind kind, ActionType type) {
        this(kind, type, "");
    }

    Subject(EntityKind kind, ActionType type, String variant) {
        this.kind = kind;
        this.type = type;
        this.variant = variant;
    }

    public EntityKind kind() {
        return kind;
    }

    public ActionType type() {
        return type;
    }

    public String label() {
        String entity = kind == EntityKind.UNKNOWN ? "Entity" : kind.label();
        return variant.isEmpty() ? entity : entity + " (" + variant + ")";
    }

    /// Places that decisions on it distinguish: only what has a file lies in a folder.
    public List<Place> places() {
        return switch (this) {
            case FILE, PROCESS, SERVICE, DRIVER, REGISTRY_VALUE, SCHEDULED_TASK -> FILES;
            default -> List.of(Place.NONE);
        };
    }

    public static List<Subject> of(EntityKind kind) {
        return Arrays.stream(values()).filter(s -> s.kind == kind).toList();
    }
}
