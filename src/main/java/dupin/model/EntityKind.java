package dupin.model;

/// Kinds of entities; `word` is the JSON name, `label` the singular and `plural` the plural on screen.
public enum EntityKind {
    DEVICE("device", "Device", "Devices"),
    USER("user", "User", "Users"),
    MAILBOX("mailbox", "Mailbox", "Mailboxes"),
    MAIL_MESSAGE("mailMessage", "Email", "Emails"),
    MAIL_CLUSTER("mailCluster", "Email cluster", "Email clusters"),
    MAIL_SUBMISSION("mailSubmission", "Email submission", "Email submissions"),
    FILE("file", "File", "Files"),
    PROCESS("process", "Process", "Processes"),
    SERVICE("service", "Service", "Services"),
    DRIVER("driver", "Driver", "Drivers"),
    REGISTRY_KEY("registryKey", "Registry key", "Registry keys"),
    REGISTRY_VALUE("registryValue", "Registry value", "Registry values"),
    SCHEDULED_TASK("scheduledTask", "Scheduled task", "Scheduled tasks"),
    IP_ADDRESS("ipAddress", "IP address", "IP addresses"),
    URL("url", "URL", "URLs"),
    DOMAIN("domain", "Domain", "Domains"),
    CLOUD_APPLICATION("cloudApplication", "Cloud application", "Cloud applications"),
    OAUTH_APPLICATION("oauthApplication", "OAuth application", "OAuth applications"),
    SECURITY_GROUP("securityGroup", "Security group", "Security groups"),
    SIGN_IN_SESSION("signInSession", "Sign-in session", "Sign-in sessions"),
    CLOUD_RESOURCE("cloudResource", "Cloud resource", "Cloud resources"),
    UNKNOWN("unknown", "Unknown entity", "Unknown entities");

    private final String word;
    private final String label;
    private final String plural;

    EntityKind(String word, String label, String plural) {
        this.word = word;
        this.label = label;
        this.plural = plural;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }
}
