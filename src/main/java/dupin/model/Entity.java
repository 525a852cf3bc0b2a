package dupin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A thing that evidence and telemetry speak of. Fields bear the names of the Graph evidence types; absent text is "".
/// Two entities are the same thing exactly when their [#key] is equal; attributes may differ between sightings.
public sealed interface Entity {

    default EntityKey key() {
        return EntityKeys.of(this);
    }

    /// What a row or a graph mark shows: short, in the source's own spelling.
    default String label() {
        return EntityLabels.of(this);
    }

    /// Other keys under which the same thing may be written (a device's id, a file's SHA-1, a user's SID). May be empty.
    default List<EntityKey> aliases() {
        return EntityAliases.of(this);
    }

    /// The key's kind, without the work of making a key.
    default EntityKind kind() {
        return switch (this) {
            case Device _ -> EntityKind.DEVICE;
            case User _ -> EntityKind.USER;
            case Mailbox _ -> EntityKind.MAILBOX;
            case MailMessage _ -> EntityKind.MAIL_MESSAGE;
            case MailCluster _ -> EntityKind.MAIL_CLUSTER;
            case MailSubmission _ -> EntityKind.MAIL_SUBMISSION;
            case File _ -> EntityKind.FILE;
            case Process _ -> EntityKind.PROCESS;
            case Service _ -> EntityKind.SERVICE;
            case Driver _ -> EntityKind.DRIVER;
            case RegistryKey _ -> EntityKind.REGISTRY_KEY;
            case RegistryValue _ -> EntityKind.REGISTRY_VALUE;
            case ScheduledTask _ -> EntityKind.SCHEDULED_TASK;
            case IpAddress _ -> EntityKind.IP_ADDRESS;
            case Url _ -> EntityKind.URL;
            case Domain _ -> EntityKind.DOMAIN;
            case CloudApplication _ -> EntityKind.CLOUD_APPLICATION;
            case OAuthApplication _ -> EntityKind.OAUTH_APPLICATION;
            case SecurityGroup _ -> EntityKind.SECURITY_GROUP;
            case SignInSession _ -> EntityKind.SIGN_IN_SESSION;
            case CloudResource _ -> EntityKind.CLOUD_RESOURCE;
            case Unknown _ -> EntityKind.UNKNOWN;
        };
    }

    record Device(
            String hostName,
            String deviceDnsName,
            String mdeDeviceId,
            String azureAdDeviceId,
            String osPlatform,
            String rbacGroupName,
            String ipAddress,
            String riskScore,
            String healthStatus,
            List<String> tags)
            implements Entity {

        public Device {
            tags = List.copyOf(tags);
        }

        /// A device of which only the name is known.
        public static Device named(String hostName) {
            return new Device(hostName, "", "", "", "", "", "", "", "", List.of());
        }

        /// Device that is known only by its endpoint sensor's id.
        public static Device ofMdeId(String mdeDeviceId) {
            return new Device("", "", mdeDeviceId, "", "", "", "", "", "", List.of());
        }
    }

    record User(
            String userPrincipalName,
            String accountName,
            String domainName,
            String userSid,
            String azureAdUserId,
            String displayName)
            implements Entity {

        public static User ofUpn(String userPrincipalName) {
            return new User(userPrincipalName, "", "", "", "", "");
        }

        public static User ofAccount(String domainName, String accountName) {
            return new User("", accountName, domainName, "", "", "");
        }

        /// LocalSystem, LocalService, NetworkService, built-in groups: never an attacker, never a link between alerts.
        public boolean wellKnown() {
            String value = key().value();
            return Keys.isWellKnownSid(Canonical.lower(userSid)) || Keys.WELL_KNOWN_ACCOUNTS.contains(value);
        }
    }

    record Mailbox(String primaryAddress, String displayName, String upn) implements Entity {}

    record MailMessage(
            String networkMessageId,
            String internetMessageId,
            String recipientEmailAddress,
            String senderAddress,
            String senderDisplayName,
            String senderIp,
            String subject,
            @Nullable Instant receivedDateTime,
            String deliveryAction,
            String deliveryLocation,
            List<String> urls,
            List<String> threats)
            implements Entity {

        public MailMessage {
            urls = List.copyOf(urls);
            threats = List.copyOf(threats);
        }
    }

    record MailCluster(
            String urn,
            String clusterBy,
            String clusterByValue,
            String query,
            int emailCount,
            List<String> networkMessageIds,
            String threats,
            List<Count> countByThreatType,
            List<Count> countByDeliveryLocation)
            implements Entity {

        public MailCluster {
            networkMessageIds = List.copyOf(networkMessageIds);
            countByThreatType = List.copyOf(countByThreatType);
            countByDeliveryLocation = List.copyOf(countByDeliveryLocation);
        }
    }

    /// One figure of a mail cluster's counts, as the source names it.
    record Count(String name, long count) {}

    record MailSubmission(
            String submissionId,
            String networkMessageId,
            String recipient,
            String sender,
            String senderIp,
            String subject,
            String submitter,
            String reportType,
            @Nullable Instant submissionDateTime)
            implements Entity {}

    /// File content; with a hash it is the same file wherever it lies, without one it is known by device and path.
    record File(
            String fileName,
            String filePath,
            String sha256,
            String sha1,
            String md5,
            long fileSize,
            String signer,
            String issuer,
            String filePublisher,
            String device)
            implements Entity {

        public static File of(String folderAndName, String sha256, String device) {
            return new File(Canonical.fileName(folderAndName), folderAndName, sha256, "", "", 0, "", "", "", device);
        }

        /// Whole path with the name, in the source's spelling; the name alone when the folder is unknown.
        public String fullPath() {
            if (filePath.isEmpty()) {
                return fileName;
            }
            boolean whole =
                    fileName.isEmpty()
                            || filePath.regionMatches(
                                    true,
                                    Math.max(0, filePath.length() - fileName.length()),
                                    fileName,
                                    0,
                                    fileName.length());
            String separator = filePath.indexOf('/') >= 0 && filePath.indexOf('\\') < 0 ? "/" : "\\";
            return whole
                    ? filePath
                    : filePath.endsWith(separator) ? filePath + fileName : filePath + separator + fileName;
        }
    }

    /// Identity is device, PID and creation time; a process GUID of the source is an alias (or the key without them).
    record Process(
            String device,
            long processId,
            @Nullable Instant processCreationDateTime,
            String processGuid,
            String processCommandLine,
            File imageFile,
            String account,
            long parentProcessId,
            @Nullable Instant parentProcessCreationDateTime,
            String parentImage)
            implements Entity {}

    record Service(String device, String serviceName, String displayName, String imagePath) implements Entity {}

    record Driver(String device, String driverName, String imagePath, String sha256) implements Entity {}

    record RegistryKey(String device, String registryHive, String registryKey) implements Entity {}

    record RegistryValue(
            String device,
            String registryHive,
            String registryKey,
            String registryValueName,
            String registryValue,
            String registryValueType)
            implements Entity {}

    record ScheduledTask(String device, String taskName, String action) implements Entity {}

    record IpAddress(String ipAddress, String countryLetterCode) implements Entity {
        public static IpAddress of(String ipAddress) {
            return new IpAddress(ipAddress, "");
        }
    }

    record Url(String url) implements Entity {}

    record Domain(String domainName) implements Entity {}

    record CloudApplication(String appId, String displayName, String instanceName) implements Entity {}

    record OAuthApplication(String appId, String displayName, String publisher) implements Entity {}

    record SecurityGroup(String sid, String securityGroupId, String displayName) implements Entity {}

    record SignInSession(String sessionId, String account, String ipAddress, String userAgent, String protocol)
            implements Entity {}

    record CloudResource(String resourceId, String resourceName, String resourceType) implements Entity {
        private static final Pattern SUBSCRIPTION =
                Pattern.compile("^/?subscriptions/([^/\\s]{1,64})(/|$)", Pattern.CASE_INSENSITIVE);

        /// Of Azure, as its resource ids begin; in small letters. Empty for resources of others.
        public Optional<String> subscriptionId() {
            Matcher id = SUBSCRIPTION.matcher(resourceId);
            return id.find() ? Optional.of(Canonical.lower(id.group(1))) : Optional.empty();
        }
    }

    /// Evidence of a type that Dupin has no word for: kept, shown and searchable, never dropped.
    record Unknown(String type, String name, String identity) implements Entity {}

    /// All keys of the entity, its own first.
    default List<EntityKey> allKeys() {
        var keys = new ArrayList<EntityKey>();
        keys.add(key());
        keys.addAll(aliases());
        return keys;
    }
}
