package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Reads the flat evidence of Defender XDR incidents and Defender for Endpoint alerts: every field of every kind beside
/// each other, null where it does not apply, and `entityType` to tell them apart.
final class FlatEvidence {
    private final AlertDevices devices;
    private final String alertId;

    /// @param alertId names mail clusters of which nothing but the way of clustering is told
    FlatEvidence(AlertDevices devices, String alertId) {
        this.devices = devices;
        this.alertId = alertId;
    }

    List<Evidence> read(List<Fields> entities) {
        var all = new LinkedHashSet<Evidence>();
        entities.forEach(entity -> all.addAll(read(entity)));
        return Alerts.bounded(all);
    }

    private List<Evidence> read(Fields entity) {
        Seen seen = Seen.of(entity);
        String type = entity.text("entityType");
        String device = devices.of(entity.text("deviceId", "machineId"));
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "user", "account" -> seen.of(user(entity));
            case "ip", "ipaddress" -> seen.of(Entity.IpAddress.of(entity.text("ipAddress")));
            case "url" -> seen.of(new Entity.Url(entity.text("url")));
            case "domain", "domainname", "dns" -> seen.of(new Entity.Domain(entity.text("domainName", "url")));
            case "file" -> seen.of(file(entity, fileDevice(entity)));
            case "process" -> seen.of(process(entity, device));
            case "registry", "registrykey", "registryvalue" -> seen.of(registry(entity, device));
            case "mailbox" -> seen.of(mailbox(entity));
            case "mailmessage" -> seen.of(message(entity));
            case "mailcluster" -> seen.of(cluster(entity));
            case "securitygroup" ->
                    seen.of(
                            new Entity.SecurityGroup(
                                    "",
                                    entity.text("securityGroupId"),
                                    entity.text("securityGroupName", "displayName")));
            case "cloudapplication" ->
                    seen.of(
                            new Entity.CloudApplication(
                                    entity.text("applicationId", "appId"),
                                    entity.text("applicationName", "displayName"),
                                    entity.text("instanceName")));
            case "oauthapplication" ->
                    seen.of(
                            new Entity.OAuthApplication(
                                    entity.text("oauthApplicationId", "appId"),
                                    entity.text("applicationName", "displayName"),
                                    ""));
            case "device", "machine" -> seen.of(device(entity));
            case "service" ->
                    seen.of(
                            new Entity.Service(
                                    device,
                                    entity.text("serviceName", "name"),
                                    entity.text("displayName"),
                                    entity.text("filePath")));
            default -> unknown(type, entity, seen);
        };
    }

    static Entity.User user(Fields entity) {
        return new Entity.User(
                entity.text("userPrincipalName"),
                entity.text("accountName", "userName"),
                entity.text("domainName"),
                entity.text("userSid"),
                entity.text("aadUserId"),
                entity.text("displayName"));
    }

    /// A device of an incident, or a machine of the endpoint's own API.
    static Entity.Device device(Fields device) {
        String dns = device.text("deviceDnsName", "computerDnsName", "deviceName");
        List<String> addresses = device.strings("ipInterfaces");
        String last = device.text("lastIpAddress");
        var tags = new ArrayList<>(device.strings("machineTags"));
        tags.addAll(device.strings("tags"));
        return new Entity.Device(
                device.text("hostName"),
                dns,
                device.text("mdatpDeviceId", "machineId", "deviceId", "mdeDeviceId", "id"),
                device.text("aadDeviceId"),
                device.text("osPlatform"),
                device.text("rbacGroupName"),
                last.isEmpty() && !addresses.isEmpty()
                        ? addresses.getFirst()
                        : device.text("lastIpAddress", "lastExternalIpAddress"),
                device.text("riskScore"),
                device.text("healthStatus"),
                tags);
    }

    private String fileDevice(Fields entity) {
        String id = entity.text("deviceId", "machineId");
        return entity.text("filePath").isEmpty() ? devices.ofOrNone(id) : devices.of(id);
    }

    private static Entity.File file(Fields entity, String device) {
        return new Entity.File(
                entity.text("fileName"),
                entity.text("filePath"),
                entity.text("sha256"),
                entity.text("sha1"),
                entity.text("md5"),
                Math.max(0, entity.number("fileSize")),
                "",
                "",
                entity.text("filePublisher"),
                device);
    }

    private static Entity.Process process(Fields entity, String device) {
        Entity.User user = user(entity);
        var parent =
                new Entity.File(
                        entity.text("parentProcessFileName"),
                        entity.text("parentProcessFilePath"),
                        "",
                        "",
                        "",
                        0,
                        "",
                        "",
                        "",
                        device);
        return new Entity.Process(
                device,
                Math.max(0, entity.number("processId")),
                entity.instant("processCreationTime"),
                "",
                entity.text("processCommandLine"),
                file(entity, device),
                GraphEntities.account(user),
                Math.max(0, entity.number("parentProcessId")),
                entity.instant("parentProcessCreationTime"),
                parent.fullPath());
    }

    /// A value where one is named, else its key.
    private static Entity registry(Fields entity, String device) {
        String hive = entity.text("registryHive");
        String key = entity.text("registryKey");
        String name = entity.text("registryValueName");
        String value = entity.text("registryValue");
        return name.isEmpty() && value.isEmpty()
                ? new Entity.RegistryKey(device, hive, key)
                : new Entity.RegistryValue(device, hive, key, name, value, entity.text("registryValueType"));
    }

    private static Entity mailbox(Fields entity) {
        return new Entity.Mailbox(
                entity.text("mailboxAddress", "mailboxPrimaryAddress"),
                entity.text("mailboxDisplayName", "displayName"),
                entity.text("userPrincipalName"));
    }

    private static Entity message(Fields entity) {
        return new Entity.MailMessage(
                entity.text("networkMessageId"),
                entity.text("internetMessageId"),
                entity.text("recipient"),
                entity.text("sender"),
                "",
                entity.text("senderIp"),
                entity.text("subject"),
                entity.instant("receivedDateTime"),
                entity.text("deliveryAction"),
                entity.text("deliveryLocation"),
                entity.strings("urls"),
                entity.strings("threats"));
    }

    private Entity cluster(Fields entity) {
        String by = entity.text("clusterBy");
        String urn = entity.text("urn");
        return new Entity.MailCluster(
                urn.isEmpty() ? alertId + "/" + by : urn,
                by,
                entity.text("clusterByValue"),
                entity.text("query"),
                Math.max(0, entity.count("emailCount", "mailCount")),
                entity.strings("networkMessageIds"),
                entity.text("threats"),
                List.of(),
                List.of());
    }

    private static List<Evidence> unknown(String type, Fields entity, Seen seen) {
        var rest = entity.node().deepCopy();
        rest.properties().removeIf(field -> field.getValue().isNull());
        rest.remove("entityType");
        if (rest.isEmpty() && type.isEmpty()) {
            return List.of();
        }
        String name = entity.text("displayName", "name", "url", "ipAddress", "fileName", "accountName");
        return List.of(seen.as(new Entity.Unknown(type.isEmpty() ? "entity" : type, name, Json.text(rest))));
    }
}
