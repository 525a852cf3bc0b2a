package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.intake.csv.Numbers;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shapes of machines and of what lies and runs on them.
final class MachineShapes {
    private final EntityGraph graph;

    MachineShapes(EntityGraph graph) {
        this.graph = graph;
    }

    static Entity.@Nullable User user(Fields fields) {
        String name = fields.text("AccountName", "Name", "SAMAccountName");
        String suffix = fields.text("UPNSuffix");
        String upn = fields.text("UserPrincipalName", "UPN");
        if (upn.isEmpty() && !suffix.isEmpty() && !name.isEmpty() && name.indexOf(' ') < 0 && name.indexOf('@') < 0) {
            upn = name + "@" + suffix;
        }
        var user =
                new Entity.User(
                        upn,
                        name,
                        fields.text("NTDomain", "DomainName", "DnsDomain"),
                        fields.text("Sid"),
                        fields.text("AadUserId", "AzureAdUserId"),
                        fields.text("DisplayName"));
        return user.key().value().equals("?") ? null : user;
    }

    Entity.@Nullable Device host(Fields fields) {
        String name = fields.text("HostName", "NetBiosName", "FQDN");
        String domain = fields.text("DnsDomain");
        String full = fields.text("FQDN");
        if (full.isEmpty() && !domain.isEmpty() && !name.isEmpty()) {
            full = name.indexOf('.') > 0 ? name : name + "." + domain;
        }
        String ip = fields.text("LastIpAddress", "IpAddress");
        if (ip.isEmpty()) {
            ip = graph.list(fields, "IpInterfaces").stream().map(one -> one.text("Address")).findFirst().orElse("");
        }
        var device =
                new Entity.Device(
                        name,
                        full,
                        fields.text("MdatpDeviceId", "MdeDeviceId", "MachineId"),
                        fields.text("AadDeviceId", "AzureAdDeviceId"),
                        fields.text("OSPlatform", "OSFamily"),
                        fields.text("RbacGroupName", "MachineGroup"),
                        ip,
                        fields.text("RiskScore"),
                        fields.text("HealthStatus"),
                        tags(fields));
        return device.key().value().equals("?") ? null : device;
    }

    private static List<String> tags(Fields fields) {
        var tags = new ArrayList<String>();
        for (Fields tag : fields.objects("Tags")) {
            tags.add(tag.text("TagName", "Name"));
        }
        tags.addAll(tags.isEmpty() ? fields.strings("Tags") : List.of());
        tags.remove("");
        return tags;
    }

    Entity.@Nullable Device iotDevice(Fields fields) {
        String ip = graph.object(fields, "IpAddress").text("Address");
        var device =
                new Entity.Device(
                        fields.text("DeviceName", "DeviceId"),
                        "",
                        "",
                        "",
                        fields.text("OperatingSystem"),
                        "",
                        ip,
                        "",
                        "",
                        List.of());
        return device.key().value().equals("?") ? null : device;
    }

    Entity.@Nullable File file(Fields fields) {
        String sha256 = "";
        String sha1 = "";
        String md5 = "";
        for (Fields hash : graph.list(fields, "FileHashes")) {
            String value = hash.text("Value");
            switch (algorithm(hash)) {
                case "sha256" -> sha256 = value;
                case "sha1" -> sha1 = value;
                case "md5" -> md5 = value;
                default -> {}
            }
        }
        var file =
                new Entity.File(
                        fields.text("Name"),
                        fields.text("Directory"),
                        sha256,
                        sha1,
                        md5,
                        fields.number("SizeInBytes"),
                        fields.text("Signer"),
                        fields.text("Issuer"),
                        fields.text("Publisher"),
                        device(fields));
        boolean nothing = (file.fileName() + file.filePath() + sha256 + sha1 + md5).isEmpty();
        return nothing ? null : file;
    }

    private static String algorithm(Fields hash) {
        String word = hash.text("Algorithm").toLowerCase(Locale.ROOT).replace("-", "");
        int length = hash.text("Value").length();
        boolean named = word.equals("sha256") || word.equals("sha1") || word.equals("md5") || word.equals("sha256ac");
        return named ? word : length == 64 ? "sha256" : length == 40 ? "sha1" : length == 32 ? "md5" : "";
    }

    /// A hash that belongs to no file of the graph.
    static @Nullable Entity hash(Fields fields) {
        String value = fields.text("Value");
        return switch (algorithm(fields)) {
            case "sha256" -> new Entity.File("", "", value, "", "", 0, "", "", "", "");
            case "sha1" -> new Entity.File("", "", "", value, "", 0, "", "", "", "");
            case "md5" -> new Entity.File("", "", "", "", value, 0, "", "", "", "");
            default -> null;
        };
    }

    /// A process without id, image and command line is none.
    Entity.@Nullable Process process(Fields fields) {
        Entity.File image = file(graph.object(fields, "ImageFile"));
        Entity.User account = user(graph.object(fields, "Account"));
        Fields parent = graph.object(fields, "ParentProcess");
        Entity.File parentImage = file(graph.object(parent, "ImageFile"));
        long id = Numbers.parse(fields.text("ProcessId"));
        String command = fields.text("CommandLine");
        if (id == 0 && image == null && command.isEmpty()) {
            return null;
        }
        String host = device(fields);
        return new Entity.Process(
                host.isEmpty() && image != null ? image.device() : host,
                id,
                fields.instant("CreationTimeUtc", "CreatedTimeUtc"),
                "",
                command,
                image == null ? new Entity.File("", "", "", "", "", 0, "", "", "", host) : image,
                account(account),
                Numbers.parse(parent.text("ProcessId")),
                parent.instant("CreationTimeUtc", "CreatedTimeUtc"),
                parentImage == null ? "" : parentImage.fullPath());
    }

    private static String account(Entity.@Nullable User user) {
        if (user == null) {
            return "";
        }
        boolean domain = !user.domainName().isEmpty() && !user.accountName().isEmpty();
        return domain ? user.domainName() + "\\" + user.accountName() : user.label();
    }

    private String device(Fields fields) {
        Entity.Device device = host(graph.object(fields, "Host"));
        return device == null ? "" : Placing.device(device);
    }

    Entity.@Nullable RegistryKey registryKey(Fields fields) {
        String key = fields.text("Key");
        return key.isEmpty() ? null : new Entity.RegistryKey(device(fields), hive(fields), key);
    }

    Entity.@Nullable RegistryValue registryValue(Fields fields) {
        Fields key = graph.object(fields, "Key");
        String path = key.isEmpty() ? fields.text("Key") : key.text("Key");
        if (path.isEmpty() && fields.text("Name").isEmpty()) {
            return null;
        }
        String host = device(fields);
        return new Entity.RegistryValue(
                host.isEmpty() ? device(key) : host,
                key.isEmpty() ? hive(fields) : hive(key),
                path,
                fields.text("Name"),
                fields.text("Value"),
                fields.text("ValueType"));
    }

    private static String hive(Fields fields) {
        return fields.text("Hive");
    }

    Entity.@Nullable Service service(Fields fields) {
        Entity.File image = file(graph.object(fields, "ImageFile"));
        var service =
                new Entity.Service(
                        device(fields),
                        fields.text("ServiceName", "Name"),
                        fields.text("DisplayName"),
                        image == null ? "" : image.fullPath());
        return service.label().isEmpty() ? null : service;
    }
}
