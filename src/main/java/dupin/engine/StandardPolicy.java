package dupin.engine;

import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.EntityKind;
import dupin.model.Policy;
import java.util.List;

/// The policy that a new case starts with: every remediation waits for approval, the documents' folder lists and the
/// documents' alert policies. The analyst may change all of it.
public final class StandardPolicy {
    public static final String PLAYBOOK_USER_REPORTED = "user-reported-phish";
    public static final String PLAYBOOK_URL_VERDICT = "url-verdict-change";
    public static final String PLAYBOOK_ZAPPED_FILE = "zapped-file";
    public static final String PLAYBOOK_ZAPPED_URL = "zapped-url";
    public static final String PLAYBOOK_USER_COMPROMISE = "user-compromise";
    public static final String PLAYBOOK_MANUAL_MAIL = "manual-email";
    public static final String PLAYBOOK_ENDPOINT = "endpoint";
    public static final String PLAYBOOK_IDENTITY = "identity";

    private static final List<EntityKind> MAIL =
            List.of(EntityKind.MAIL_MESSAGE, EntityKind.MAIL_CLUSTER, EntityKind.MAIL_SUBMISSION, EntityKind.MAILBOX);

    private StandardPolicy() {}

    public static Policy create() {
        return new Policy(1, List.of(defaultGroup(AutomationLevel.SEMI_ANY)), alertPolicies(), coreFolders(), tempFolders(), List.of(), List.of(),
                List.of(), 7, 50, 10, false, false);
    }

    public static DeviceGroup defaultGroup(AutomationLevel level) {
        return new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, level, "Devices that no other group takes.", List.of());
    }

    /// First match decides, so the telling titles come before the broad rules.
    private static List<AlertPolicy> alertPolicies() {
        return List.of(
                titled("mail-reported", "Reported messages", PLAYBOOK_USER_REPORTED, "reported by user as malware or phish", "reported by user as phish"),
                titled("mail-url-click", "Clicks on malicious URLs", PLAYBOOK_URL_VERDICT, "malicious url click", "clicked through to a potentially malicious url",
                        "url verdict changed", "clicked url verdict"),
                titled("mail-zapped-url", "Messages with malicious URLs removed", PLAYBOOK_ZAPPED_URL, "containing malicious url removed", "phish urls removed"),
                titled("mail-zapped-file", "Messages with malicious files removed", PLAYBOOK_ZAPPED_FILE, "containing malicious file removed", "containing malware removed",
                        "malicious entity not removed", "messages from a campaign removed", "email messages removed after delivery"),
                titled("user-compromise", "Compromised users", PLAYBOOK_USER_COMPROMISE, "user restricted from sending", "suspicious email sending patterns",
                        "user compromise"),
                titled("mail-manual", "Manual mail investigations", PLAYBOOK_MANUAL_MAIL, "admin triggered manual investigation", "administrative action submitted"),
                kinds("endpoint", "Alerts on devices", PLAYBOOK_ENDPOINT, List.of(EntityKind.FILE, EntityKind.PROCESS, EntityKind.SERVICE, EntityKind.DRIVER,
                        EntityKind.REGISTRY_KEY, EntityKind.REGISTRY_VALUE, EntityKind.SCHEDULED_TASK, EntityKind.DEVICE)),
                kinds("mail-other", "Other alerts on mail", PLAYBOOK_MANUAL_MAIL, MAIL),
                kinds("identity", "Alerts on accounts", PLAYBOOK_IDENTITY, List.of(EntityKind.USER, EntityKind.SIGN_IN_SESSION)),
                kinds("network", "Alerts on addresses", PLAYBOOK_ENDPOINT, List.of(EntityKind.IP_ADDRESS, EntityKind.URL, EntityKind.DOMAIN)));
    }

    private static AlertPolicy titled(String id, String name, String playbook, String... titles) {
        return new AlertPolicy(id, name, true, true, playbook, List.of(titles), List.of(), List.of(), List.of());
    }

    private static AlertPolicy kinds(String id, String name, String playbook, List<EntityKind> kinds) {
        return new AlertPolicy(id, name, true, true, playbook, List.of(), List.of(), List.of(), kinds);
    }

    private static List<String> coreFolders() {
        return List.of("\\windows\\*", "\\program files\\*", "\\program files (x86)\\*", "/bin/*", "/sbin/*", "/lib/*", "/lib64/*", "/usr/*", "/etc/*", "/boot/*",
                "/opt/microsoft/*", "/system/*", "/library/*", "/applications/*");
    }

    private static List<String> tempFolders() {
        return List.of("\\users\\*\\appdata\\local\\temp\\*", "\\documents and settings\\*\\local settings\\temp\\*",
                "\\documents and settings\\*\\local settings\\temporary\\*", "\\windows\\temp\\*", "\\users\\*\\downloads\\*", "\\program files\\",
                "\\program files (x86)\\*", "\\documents and settings\\*\\users\\*", "/tmp/*", "/var/tmp/*", "/home/*/downloads/*", "/private/tmp/*");
    }
}
