package dupin.intake.intel;

import dupin.model.Canonical;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An entity as STIX object paths speak of it: the values under a path, and whether a path can ever hold one.
final class Observed {
    /// Object types that evidence of a case can be.
    static final Set<String> TYPES =
            Set.of(
                    "file",
                    "directory",
                    "process",
                    "ipv4-addr",
                    "ipv6-addr",
                    "network-traffic",
                    "domain-name",
                    "url",
                    "email-addr",
                    "email-message",
                    "windows-registry-key",
                    "user-account");

    private Observed() {}

    /// @param path object type, a colon and the property, quotes and indexes dropped: `file:hashes.sha-256`
    static List<String> values(Entity entity, String path) {
        return switch (entity) {
            case Entity.File file -> file(file, path, "file:");
            case Entity.Driver driver ->
                    file(
                            new Entity.File(
                                    Canonical.fileName(driver.imagePath()),
                                    driver.imagePath(),
                                    driver.sha256(),
                                    "",
                                    "",
                                    0,
                                    "",
                                    "",
                                    "",
                                    ""),
                            path,
                            "file:");
            case Entity.Process process -> process(process, path);
            case Entity.IpAddress ip ->
                    switch (path) {
                        case "ipv4-addr:value", "network-traffic:dst_ref.value", "network-traffic:src_ref.value" ->
                                list(ip.key().value());
                        case "ipv6-addr:value" ->
                                ip.key().value().indexOf(':') >= 0 ? list(ip.key().value()) : List.of();
                        default -> List.of();
                    };
            case Entity.Domain domain ->
                    path.equals("domain-name:value") || path.equals("network-traffic:dst_ref.value")
                            ? list(domain.key().value())
                            : List.of();
            case Entity.Url url ->
                    switch (path) {
                        case "url:value" -> list(url.url());
                        case "domain-name:value" -> list(Canonical.urlHost(url.url()));
                        default -> List.of();
                    };
            case Entity.MailMessage mail ->
                    switch (path) {
                        case "email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value" ->
                                list(mail.senderAddress());
                        case "email-addr:display_name" -> list(mail.senderDisplayName());
                        case "email-message:subject" -> list(mail.subject());
                        default -> List.of();
                    };
            case Entity.RegistryKey key ->
                    path.equals("windows-registry-key:key")
                            ? list(Canonical.registry(key.registryHive(), key.registryKey()))
                            : List.of();
            case Entity.RegistryValue value ->
                    switch (path) {
                        case "windows-registry-key:key" ->
                                list(Canonical.registry(value.registryHive(), value.registryKey()));
                        case "windows-registry-key:values.name" -> list(value.registryValueName());
                        case "windows-registry-key:values.data" -> list(value.registryValue());
                        case "windows-registry-key:values.data_type" -> list(value.registryValueType());
                        default -> List.of();
                    };
            case Entity.User user ->
                    switch (path) {
                        case "user-account:account_login" -> list(user.accountName());
                        case "user-account:user_id" -> list(user.userSid());
                        default -> List.of();
                    };
            default -> List.of();
        };
    }

    private static List<String> file(Entity.File file, String path, String prefix) {
        String own = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return switch (own) {
            case "name" -> list(Canonical.fileName(file.fullPath()));
            case "hashes.sha-256" -> list(file.sha256());
            case "hashes.sha-1" -> list(file.sha1());
            case "hashes.md5" -> list(file.md5());
            case "size" -> file.fileSize() > 0 ? List.of(Long.toString(file.fileSize())) : List.of();
            case "parent_directory_ref.path", "directory:path" -> list(folder(file.fullPath()));
            default -> List.of();
        };
    }

    private static String folder(String path) {
        int cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        return cut <= 0 ? "" : path.substring(0, cut);
    }

    private static List<String> process(Entity.Process process, String path) {
        if (path.startsWith("process:image_ref.") || path.startsWith("process:binary_ref.")) {
            return file(process.imageFile(), path.substring(path.indexOf('.') + 1), "");
        }
        return switch (path) {
            case "process:command_line", "process:arguments" -> list(process.processCommandLine());
            case "process:name" -> list(process.imageFile().label());
            case "process:pid" -> process.processId() > 0 ? list(Long.toString(process.processId())) : List.of();
            case "process:cwd" -> List.of();
            case "process:parent_ref.name" -> list(Canonical.fileName(process.parentImage()));
            default ->
                    path.startsWith("file:") || path.startsWith("directory:")
                            ? file(process.imageFile(), path, "file:")
                            : List.of();
        };
    }

    private static List<String> list(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /// The term that an equality on the path stands for; "" when it stands for none.
    static String term(String path, String value) {
        return switch (path) {
            case "file:hashes.sha-256",
                    "file:hashes.sha-1",
                    "file:hashes.md5",
                    "process:image_ref.hashes.sha-256",
                    "process:image_ref.hashes.sha-1",
                    "process:image_ref.hashes.md5",
                    "process:binary_ref.hashes.sha-256",
                    "process:binary_ref.hashes.sha-1",
                    "process:binary_ref.hashes.md5" ->
                    Terms.hash(value);
            case "file:name" ->
                    value.indexOf('\\') >= 0 || value.indexOf('/') >= 0 ? Terms.path(value) : Terms.name(value);
            case "process:name", "process:image_ref.name", "process:binary_ref.name" -> Terms.name(value);
            case "process:command_line" -> Terms.command(value);
            case "ipv4-addr:value",
                    "ipv6-addr:value",
                    "network-traffic:dst_ref.value",
                    "network-traffic:src_ref.value" ->
                    Terms.network(value).orElseGet(() -> Terms.ip(value));
            case "domain-name:value" -> Terms.domain(value);
            case "url:value" -> Terms.url(value);
            case "email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value" ->
                    Terms.sender(value);
            case "windows-registry-key:key" -> Terms.registry(value);
            default -> "";
        };
    }

    /// Both sides of an equality in one spelling.
    static String spelt(String path, String value) {
        String text = Canonical.text(value).toLowerCase(Locale.ROOT);
        String property = path.substring(path.indexOf(':') + 1);
        if (path.equals("windows-registry-key:key")) {
            return Canonical.registry("", text);
        }
        if (path.equals("process:command_line")) {
            return Terms.commandText(text);
        }
        if (property.equals("path") || property.endsWith(".path")) {
            return Canonical.path(text);
        }
        if (path.equals("url:value")) {
            return Terms.url(value);
        }
        if (property.equals("name") || property.endsWith("ref.name")) {
            return Canonical.fileName(text);
        }
        return path.endsWith("-addr:value") && Canonical.isIpLiteral(text) ? Canonical.ip(text) : text;
    }

    /// A path without quotes and indexes, hashes in lower case; the folder of a file as its own object type.
    static String path(String type, List<String> properties) {
        var path = new StringBuilder(type).append(':');
        for (int i = 0; i < properties.size(); i++) {
            String property = properties.get(i);
            boolean hash = i > 0 && properties.get(i - 1).equals("hashes");
            path.append(i == 0 ? "" : ".").append(hash ? hashName(property) : property);
        }
        return path.toString();
    }

    private static String hashName(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
            case "sha256" -> "sha-256";
            case "sha1" -> "sha-1";
            case "md5" -> "md5";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    static List<String> all(Entity entity, List<String> paths) {
        var all = new ArrayList<String>();
        paths.forEach(path -> all.addAll(values(entity, path)));
        return all;
    }
}
