package dupin.engine.policy;

import dupin.engine.EmailClusters;
import dupin.model.Entity;
import dupin.model.policy.Place;
import dupin.model.policy.Subject;
import java.util.List;

/// An entity of each kind, made for asking the policy about it.
final class Examples {
    private static final String DEVICE = "device";
    private static final String PATH = "C:\\folder\\program.exe";

    private Examples() {}

    /// @param place only whether there is a path is taken from it: the folder's class is an argument of the decision
    static Entity of(Subject subject, Place place) {
        String path = place == Place.NONE ? "" : PATH;
        Entity.File file = Entity.File.of(path, "", DEVICE);
        return switch (subject) {
            case FILE, SCOPE -> file;
            case PROCESS -> new Entity.Process(DEVICE, 1_000, null, "", "", file, "", 0, null, "");
            case SERVICE -> new Entity.Service(DEVICE, "service", "", path);
            case DRIVER -> new Entity.Driver(DEVICE, "driver", path, "");
            case REGISTRY_VALUE -> new Entity.RegistryValue(DEVICE, "HKLM", "Run", "value", path, "");
            case SCHEDULED_TASK -> new Entity.ScheduledTask(DEVICE, "task", path);
            case DEVICE -> Entity.Device.named(DEVICE);
            case IP_ADDRESS -> Entity.IpAddress.of("203.0.113.1");
            case URL -> new Entity.Url("http://host.example/");
            case DOMAIN -> new Entity.Domain("host.example");
            case MAIL_MESSAGE ->
                    new Entity.MailMessage("m", "", "", "", "", "", "", null, "", "", List.of(), List.of());
            case CLUSTER_OF_FILES -> cluster("AttachmentFileHash");
            case CLUSTER_OF_URLS -> cluster("Url");
            case CLUSTER -> cluster("Subject");
            case MAILBOX -> new Entity.Mailbox("user@host.example", "", "");
            case USER_DISABLE, USER_PASSWORD, USER_SESSIONS, USER_MFA, USER_RULE ->
                    Entity.User.ofUpn("user@host.example");
        };
    }

    private static Entity.MailCluster cluster(String by) {
        return new Entity.MailCluster("", by, "value", "", 1, List.of(), "", List.of(), List.of());
    }

    static Subject kindOf(Entity.MailCluster cluster) {
        if (EmailClusters.ofFiles(cluster)) {
            return Subject.CLUSTER_OF_FILES;
        }
        return EmailClusters.ofUrls(cluster) ? Subject.CLUSTER_OF_URLS : Subject.CLUSTER;
    }
}
