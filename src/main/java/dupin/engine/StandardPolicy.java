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
    private static final String REPORTED = "user-reported-phish";
    private static final String MAIL = "malicious-mail";
    private static final String ACCOUNT = "compromised-account";
    private static final String MALWARE = "malware-on-device";
    private static final String PROCESS = "suspicious-process";
    private static final String GENERAL = "general";

    private StandardPolicy() {}

    public static Policy create() {
        return new Policy(1, List.of(defaultGroup(AutomationLevel.SEMI_ANY)), alertPolicies(), coreFolders(), tempFolders(), List.of(), List.of(),
                List.of(), 7, 50, 10, false, false);
    }

    public static DeviceGroup defaultGroup(AutomationLevel level) {
        return new DeviceGroup(DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, level, "Devices that no other group takes.", List.of());
    }

    /// First match decides: what the documents exclude, then telling titles, then what the evidence is about.
    private static List<AlertPolicy> alertPolicies() {
        return List.of(
                notices(),
                titled("mail-reported", "Messages reported by users", REPORTED, "reported by user as malware or phish", "reported by user as phish", "user reported phish"),
                titled("mail-click", "Clicks on malicious URLs", MAIL, "malicious url click", "clicked through to a potentially malicious url",
                        "clicked url verdict"),
                titled("mail-removed", "Messages removed after delivery", MAIL, "removed after delivery", "malicious entity not removed"),
                titled("mail-manual", "Mail investigations by hand", MAIL, "triggered manual investigation of email", "administrative action submitted"),
                titled("user-compromise", "Compromised users", ACCOUNT, "user restricted from sending", "suspicious email sending patterns",
                        "user compromise"),
                new AlertPolicy("malware", "Malware on devices", true, true, MALWARE, List.of(), List.of("Malware", "Ransomware", "UnwantedSoftware"),
                        List.of(), List.of(EntityKind.FILE, EntityKind.PROCESS, EntityKind.DEVICE)),
                kinds("mail", "Other alerts on mail", MAIL, EntityKind.MAIL_MESSAGE, EntityKind.MAIL_CLUSTER, EntityKind.MAIL_SUBMISSION),
                kinds("process", "Processes and what they leave behind", PROCESS, EntityKind.PROCESS, EntityKind.SERVICE, EntityKind.DRIVER,
                        EntityKind.REGISTRY_KEY, EntityKind.REGISTRY_VALUE, EntityKind.SCHEDULED_TASK),
                kinds("file", "Files", MALWARE, EntityKind.FILE),
                kinds("account", "Accounts and mailboxes", ACCOUNT, EntityKind.USER, EntityKind.SIGN_IN_SESSION, EntityKind.MAILBOX, EntityKind.OAUTH_APPLICATION),
                kinds("other", "Devices, addresses and resources", GENERAL, EntityKind.DEVICE, EntityKind.IP_ADDRESS, EntityKind.URL, EntityKind.DOMAIN,
                        EntityKind.CLOUD_APPLICATION, EntityKind.CLOUD_RESOURCE, EntityKind.SECURITY_GROUP));
    }

    /// Alert policies that the documents list without an automated investigation.
    private static AlertPolicy notices() {
        return new AlertPolicy("notices", "Notices without investigation", true, false, "",
                List.of("creation of forwarding/redirect rule", "email sending limit exceeded", "suspicious email forwarding activity",
                        "delivered due to an etr override", "delivered due to an ip allow policy", "not zapped because zap is disabled",
                        "potential nation-state activity", "reported by user as junk", "reported by user as not junk", "tenant restricted from",
                        "suspicious connector activity", "suspicious tenant sending patterns", "teams message reported by user", "ediscovery search",
                        "tenant allow/block list entry", "requested to release a quarantined message", "elevation of exchange admin privilege",
                        "messages have been delayed", "reply-all storm", "unusual volume of external file sharing"),
                List.of(), List.of(), List.of());
    }

    private static AlertPolicy titled(String id, String name, String playbook, String... titles) {
        return new AlertPolicy(id, name, true, true, playbook, List.of(titles), List.of(), List.of(), List.of());
    }

    private static AlertPolicy kinds(String id, String name, String playbook, EntityKind... kinds) {
        return new AlertPolicy(id, name, true, true, playbook, List.of(), List.of(), List.of(), List.of(kinds));
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
