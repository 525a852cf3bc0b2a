package dupin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thing that evidence and telemetry speak of. Fields bear the names of the Graph evidence types; absent text is "".
/// Two entities are the same thing exactly when their [#key] is equal; attributes may differ between sightings.
public sealed interface Entity {

    EntityKey key();

    /// What a row or a graph mark shows: short, in the source's own spelling.
    String label();

    /// Other keys under which the same thing may be written (a device's id, a file's SHA-1, a user's SID). May be empty.
    default List<EntityKey> aliases() {
        return List.of();
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

        @Override
        public EntityKey key() {
            String host = Canonical.host(hostName.isEmpty() ? deviceDnsName : hostName);
            return Keys.first(
                    EntityKind.DEVICE,
                    host,
                    Keys.prefixed("mde-", mdeDeviceId),
                    Keys.prefixed("aad-", azureAdDeviceId));
        }

        @Override
        public List<EntityKey> aliases() {
            return Keys.others(key(), Keys.prefixed("mde-", mdeDeviceId), Keys.prefixed("aad-", azureAdDeviceId));
        }

        @Override
        public String label() {
            return Keys.label(hostName, deviceDnsName, mdeDeviceId, azureAdDeviceId);
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

        @Override
        public EntityKey key() {
            String sid = Canonical.lower(userSid);
            if (Keys.isWellKnownSid(sid)) {
                return new EntityKey(EntityKind.USER, "sid-" + sid);
            }
            String upn = Canonical.lower(userPrincipalName);
            return Keys.first(
                    EntityKind.USER,
                    upn.contains("@") ? upn : "",
                    account(),
                    Keys.prefixed("sid-", sid),
                    Keys.prefixed("aad-", azureAdUserId),
                    upn,
                    Canonical.lower(displayName));
        }

        private String account() {
            String name = Canonical.lower(accountName);
            String domain = Canonical.lower(domainName);
            int cut = name.indexOf('\\');
            if (cut > 0) {
                domain = name.substring(0, cut);
                name = name.substring(cut + 1);
            }
            if (name.isEmpty()) {
                return "";
            }
            if (name.contains("@")) {
                return name;
            }
            int dot = domain.indexOf('.');
            String shortDomain = dot > 0 ? domain.substring(0, dot) : domain;
            return shortDomain.isEmpty() ? name : shortDomain + "\\" + name;
        }

        @Override
        public List<EntityKey> aliases() {
            String upn = Canonical.lower(userPrincipalName);
            return Keys.others(
                    key(),
                    upn.contains("@") ? upn : "",
                    account().contains("\\") ? account() : "",
                    Keys.prefixed("sid-", userSid),
                    Keys.prefixed("aad-", azureAdUserId));
        }

        @Override
        public String label() {
            String account =
                    domainName.isEmpty() || accountName.isEmpty() ? accountName : domainName + "\\" + accountName;
            return Keys.label(userPrincipalName, account, displayName, userSid, azureAdUserId);
        }
    }

    record Mailbox(String primaryAddress, String displayName, String upn) implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.MAILBOX,
                    Canonical.lower(primaryAddress),
                    Canonical.lower(upn),
                    Canonical.lower(displayName));
        }

        @Override
        public String label() {
            return Keys.label(primaryAddress, upn, displayName);
        }
    }

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

        @Override
        public EntityKey key() {
            String recipient = Canonical.lower(recipientEmailAddress);
            String id =
                    Keys.text(
                            Canonical.lower(networkMessageId),
                            Canonical.lower(internetMessageId),
                            Canonical.lower(senderAddress) + "|" + Canonical.lower(subject));
            return new EntityKey(EntityKind.MAIL_MESSAGE, recipient.isEmpty() ? id : id + "|" + recipient);
        }

        @Override
        public String label() {
            return Keys.label(subject, internetMessageId, networkMessageId);
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

        @Override
        public EntityKey key() {
            // What mails were clustered by tells nothing without the value: every cluster of a kind would be the same.
            String value = Canonical.lower(clusterByValue);
            String by = value.isEmpty() ? "" : Canonical.lower(clusterBy) + "=" + value;
            return Keys.first(
                    EntityKind.MAIL_CLUSTER,
                    by,
                    Canonical.lower(query),
                    Canonical.lower(urn),
                    String.join(",", networkMessageIds),
                    Canonical.lower(clusterBy));
        }

        @Override
        public String label() {
            return Keys.label(clusterByValue, clusterBy, urn) + " (" + emailCount + " emails)";
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
            implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.MAIL_SUBMISSION,
                    Canonical.lower(submissionId),
                    Canonical.lower(networkMessageId) + "|" + Canonical.lower(submitter));
        }

        @Override
        public String label() {
            return Keys.label(subject, submissionId, networkMessageId);
        }
    }

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

        @Override
        public EntityKey key() {
            String sha = Keys.prefixed("sha256-", Canonical.hash(sha256));
            if (!sha.isEmpty()) {
                return new EntityKey(EntityKind.FILE, sha);
            }
            String path = Canonical.path(fullPath());
            return Keys.first(
                    EntityKind.FILE,
                    Keys.prefixed("sha1-", Canonical.hash(sha1)),
                    Keys.prefixed("md5-", Canonical.hash(md5)),
                    path.isEmpty() ? "" : Canonical.host(device) + "|" + path);
        }

        @Override
        public List<EntityKey> aliases() {
            return Keys.others(
                    key(),
                    Keys.prefixed("sha256-", Canonical.hash(sha256)),
                    Keys.prefixed("sha1-", Canonical.hash(sha1)),
                    Keys.prefixed("md5-", Canonical.hash(md5)));
        }

        @Override
        public String label() {
            return Keys.label(fileName, Canonical.fileName(filePath), sha256, sha1, md5);
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
            implements Entity {

        @Override
        public EntityKey key() {
            String host = Canonical.host(device);
            String guid = Canonical.lower(processGuid);
            if (processId > 0 && processCreationDateTime != null) {
                return new EntityKey(
                        EntityKind.PROCESS, host + "|" + processId + "|" + Canonical.millis(processCreationDateTime));
            }
            if (!guid.isEmpty()) {
                return new EntityKey(EntityKind.PROCESS, host + "|" + guid);
            }
            String what = Canonical.path(imageFile.fullPath()) + "|" + Canonical.text(processCommandLine);
            return new EntityKey(EntityKind.PROCESS, host + "|" + (processId > 0 ? processId + "|" : "") + what);
        }

        @Override
        public List<EntityKey> aliases() {
            String guid = Canonical.lower(processGuid);
            return guid.isEmpty() ? List.of() : Keys.others(key(), Canonical.host(device) + "|" + guid);
        }

        @Override
        public String label() {
            String name = imageFile.label().isEmpty() ? "process" : imageFile.label();
            return processId > 0 ? name + " (" + processId + ")" : name;
        }
    }

    record Service(String device, String serviceName, String displayName, String imagePath) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(
                    EntityKind.SERVICE,
                    Canonical.host(device) + "|" + Canonical.lower(Keys.text(serviceName, displayName, imagePath)));
        }

        @Override
        public String label() {
            return Keys.label(serviceName, displayName, imagePath);
        }
    }

    record Driver(String device, String driverName, String imagePath, String sha256) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(
                    EntityKind.DRIVER,
                    Canonical.host(device) + "|" + Keys.text(Canonical.path(imagePath), Canonical.lower(driverName)));
        }

        @Override
        public String label() {
            return Keys.label(driverName, Canonical.fileName(imagePath));
        }
    }

    record RegistryKey(String device, String registryHive, String registryKey) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(
                    EntityKind.REGISTRY_KEY,
                    Canonical.host(device) + "|" + Canonical.registry(registryHive, registryKey));
        }

        @Override
        public String label() {
            return registryHive.isEmpty() ? registryKey : registryHive + "\\" + registryKey;
        }
    }

    record RegistryValue(
            String device,
            String registryHive,
            String registryKey,
            String registryValueName,
            String registryValue,
            String registryValueType)
            implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(
                    EntityKind.REGISTRY_VALUE,
                    Canonical.host(device)
                            + "|"
                            + Canonical.registry(registryHive, registryKey)
                            + "|"
                            + Canonical.lower(registryValueName));
        }

        @Override
        public String label() {
            return Keys.label(registryValueName, registryKey);
        }
    }

    record ScheduledTask(String device, String taskName, String action) implements Entity {
        @Override
        public EntityKey key() {
            String name = Canonical.lower(taskName).replace('/', '\\');
            return new EntityKey(
                    EntityKind.SCHEDULED_TASK,
                    Canonical.host(device) + "|" + (name.startsWith("\\") ? name.substring(1) : name));
        }

        @Override
        public String label() {
            return taskName;
        }
    }

    record IpAddress(String ipAddress, String countryLetterCode) implements Entity {
        public static IpAddress of(String ipAddress) {
            return new IpAddress(ipAddress, "");
        }

        @Override
        public EntityKey key() {
            return new EntityKey(EntityKind.IP_ADDRESS, Canonical.ip(ipAddress));
        }

        @Override
        public String label() {
            return key().value();
        }
    }

    record Url(String url) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(EntityKind.URL, Canonical.url(url));
        }

        @Override
        public String label() {
            return url;
        }
    }

    record Domain(String domainName) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(EntityKind.DOMAIN, Canonical.domain(domainName));
        }

        @Override
        public String label() {
            return domainName;
        }
    }

    record CloudApplication(String appId, String displayName, String instanceName) implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.CLOUD_APPLICATION,
                    Canonical.lower(appId),
                    Canonical.lower(displayName),
                    Canonical.lower(instanceName));
        }

        @Override
        public String label() {
            return Keys.label(displayName, instanceName, appId);
        }
    }

    record OAuthApplication(String appId, String displayName, String publisher) implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(EntityKind.OAUTH_APPLICATION, Canonical.lower(appId), Canonical.lower(displayName));
        }

        @Override
        public String label() {
            return Keys.label(displayName, appId);
        }
    }

    record SecurityGroup(String sid, String securityGroupId, String displayName) implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.SECURITY_GROUP,
                    Canonical.lower(sid),
                    Canonical.lower(securityGroupId),
                    Canonical.lower(displayName));
        }

        @Override
        public String label() {
            return Keys.label(displayName, sid, securityGroupId);
        }
    }

    record SignInSession(String sessionId, String account, String ipAddress, String userAgent, String protocol)
            implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.SIGN_IN_SESSION,
                    Canonical.lower(sessionId),
                    Canonical.lower(account) + "|" + Canonical.ip(ipAddress));
        }

        @Override
        public String label() {
            return Keys.label(sessionId, account);
        }
    }

    record CloudResource(String resourceId, String resourceName, String resourceType) implements Entity {
        @Override
        public EntityKey key() {
            return Keys.first(
                    EntityKind.CLOUD_RESOURCE,
                    Canonical.lower(resourceId),
                    Canonical.lower(resourceType) + "|" + Canonical.lower(resourceName));
        }

        @Override
        public String label() {
            return Keys.label(resourceName, resourceId);
        }
    }

    /// Evidence of a type that Dupin has no word for: kept, shown and searchable, never dropped.
    record Unknown(String type, String name, String identity) implements Entity {
        @Override
        public EntityKey key() {
            return new EntityKey(
                    EntityKind.UNKNOWN, Canonical.lower(type) + "|" + Canonical.lower(Keys.text(identity, name)));
        }

        @Override
        public String label() {
            return Keys.label(name, identity, type);
        }
    }

    /// All keys of the entity, its own first.
    default List<EntityKey> allKeys() {
        var keys = new ArrayList<EntityKey>();
        keys.add(key());
        keys.addAll(aliases());
        return keys;
    }
}
