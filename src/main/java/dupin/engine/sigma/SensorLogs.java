package dupin.engine.sigma;

import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.LogRecord;
import dupin.model.TelemetryEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Rows of an endpoint sensor's hunting tables as rules for Windows read them: the fields of a category are made from the
/// row's entities, whatever form the table came in.
public final class SensorLogs {
    private SensorLogs() {}

    /// Whether the row is of such a table.
    public static boolean knows(TelemetryEvent event) {
        return event.table().startsWith("Device");
    }

    /// Empty when no category of rules fits the row.
    public static Optional<LogRecord> record(TelemetryEvent event) {
        String category = category(event);
        if (category.isEmpty()) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        event.attributes().forEach((name, value) -> put(fields, name, value));
        event.actor().ifPresent(actor -> actor(fields, actor, category));
        for (EventLink link : event.links()) {
            link(fields, link, category);
        }
        return Optional.of(new LogRecord("windows", category, "", "", -1, fields));
    }

    private static String category(TelemetryEvent event) {
        return switch (event.kind()) {
            case PROCESS_CREATED -> "process_creation";
            case FILE_CREATED, FILE_MODIFIED -> "file_event";
            case FILE_RENAMED -> "file_rename";
            case FILE_DELETED -> "file_delete";
            case IMAGE_LOADED -> "image_load";
            case NETWORK_CONNECTION -> "network_connection";
            case DNS_QUERY -> "dns_query";
            case DRIVER_LOADED -> "driver_load";
            case REGISTRY_CHANGED -> event.actionType().contains("Delete") ? "registry_delete" : "registry_set";
            default -> event.actionType().equalsIgnoreCase("LdapSearch") ? "ldap" : "";
        };
    }

    private static void actor(Map<String, String> fields, Entity.Process actor, String category) {
        boolean parent = category.equals("process_creation");
        put(fields, parent ? "ParentImage" : "Image", actor.imageFile().fullPath());
        put(fields, parent ? "ParentCommandLine" : "CommandLine", actor.processCommandLine());
        put(fields, parent ? "ParentProcessId" : "ProcessId", number(actor.processId()));
        put(fields, parent ? "ParentUser" : "User", actor.account());
    }

    private static void link(Map<String, String> fields, EventLink link, String category) {
        switch (link.entity()) {
            case Entity.Process process when link.role() == LinkRole.TARGET && category.equals("process_creation") -> {
                put(fields, "Image", process.imageFile().fullPath());
                put(fields, "CommandLine", process.processCommandLine());
                put(fields, "ProcessId", number(process.processId()));
                put(fields, "User", process.account());
                put(fields, "Hashes", hashes(process.imageFile()));
                put(fields, "OriginalFileName", fields.getOrDefault("ProcessVersionInfoOriginalFileName", ""));
                put(fields, "IntegrityLevel", fields.getOrDefault("ProcessIntegrityLevel", ""));
            }
            case Entity.File file when link.role() == LinkRole.TARGET -> {
                boolean loaded = category.equals("image_load") || category.equals("driver_load");
                put(fields, loaded ? "ImageLoaded" : "TargetFilename", file.fullPath());
                put(fields, "Hashes", hashes(file));
            }
            case Entity.Driver driver when link.role() == LinkRole.TARGET ->
                    put(fields, "ImageLoaded", driver.imagePath());
            case Entity.RegistryKey key -> put(fields, "TargetObject", path(key.registryHive(), key.registryKey()));
            case Entity.RegistryValue value -> {
                String path = path(value.registryHive(), value.registryKey()) + "\\" + value.registryValueName();
                fields.put("TargetObject", path);
                put(fields, "Details", value.registryValue());
            }
            case Entity.IpAddress ip when link.role() == LinkRole.DESTINATION || link.role() == LinkRole.TARGET -> {
                put(fields, "DestinationIp", ip.ipAddress());
                put(fields, "DestinationPort", fields.getOrDefault("RemotePort", ""));
                put(fields, "Initiated", "true");
            }
            case Entity.Domain domain ->
                    put(
                            fields,
                            category.equals("dns_query") ? "QueryName" : "DestinationHostname",
                            domain.domainName());
            case Entity.Device device when link.role() == LinkRole.DEVICE -> put(fields, "Computer", device.label());
            default -> {}
        }
    }

    private static String path(String hive, String key) {
        String root =
                switch (hive) {
                    case "HKEY_LOCAL_MACHINE" -> "HKLM";
                    case "HKEY_CURRENT_USER" -> "HKCU";
                    case "HKEY_USERS" -> "HKU";
                    case "HKEY_CLASSES_ROOT" -> "HKCR";
                    default -> hive;
                };
        return root.isEmpty() ? key : root + "\\" + key;
    }

    private static String hashes(Entity.File file) {
        return file.sha256().isEmpty() ? "" : "SHA256=" + file.sha256();
    }

    private static String number(long id) {
        return id > 0 ? Long.toString(id) : "";
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(name, value);
        }
    }
}
