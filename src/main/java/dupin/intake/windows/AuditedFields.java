package dupin.intake.windows;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Audited events under the names and spellings that rules know from the sensor: registry values set (4657), processes
/// ended (4689), connections allowed (5156).
final class AuditedFields {
    private static final Pattern VOLUME = Pattern.compile("(?i)^\\\\device\\\\harddiskvolume\\d+(?=\\\\)");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,8}|\\d{1,10}");

    private AuditedFields() {}

    static void add(int eventId, Map<String, String> fields) {
        switch (eventId) {
            case 4657 -> registry(fields);
            case 4689 -> {
                WindowsLogs.also(fields, "Image", "ProcessName");
                WindowsLogs.also(fields, "User", "SubjectUserName");
            }
            case 5156 -> connection(fields);
            default -> {}
        }
    }

    private static void registry(Map<String, String> fields) {
        String key = Registry.hives(fields.getOrDefault("ObjectName", ""));
        String name = fields.getOrDefault("ObjectValueName", "");
        put(fields, "TargetObject", name.isEmpty() ? key : key + "\\" + name);
        WindowsLogs.also(fields, "Image", "ProcessName");
        WindowsLogs.also(fields, "User", "SubjectUserName");
        boolean deleted = fields.getOrDefault("OperationType", "").contains("1906");
        put(fields, "EventType", deleted ? "DeleteValue" : "SetValue");
        if (!deleted) {
            put(
                    fields,
                    "Details",
                    details(fields.getOrDefault("NewValueType", ""), fields.getOrDefault("NewValue", "")));
        }
    }

    /// Numbers as the sensor writes them; other values stand as they are.
    private static String details(String type, String value) {
        boolean word = type.contains("1876") || type.equalsIgnoreCase("REG_DWORD");
        if (word && NUMBER.matcher(value).matches()) {
            return "DWORD (0x%08x)".formatted(Long.decode(value.startsWith("0x") ? value : stripped(value)));
        }
        return type.contains("1875") || type.equalsIgnoreCase("REG_BINARY") ? "Binary Data" : value;
    }

    /// Without leading zeroes, which would make the number octal.
    private static String stripped(String digits) {
        String rest = digits.replaceFirst("^0+", "");
        return rest.isEmpty() ? "0" : rest;
    }

    /// A connection that came in is one that this device did not begin. The kernel names volumes, not drives; the one that
    /// holds Windows or programs is taken for `C:`.
    private static void connection(Map<String, String> fields) {
        String image = fields.getOrDefault("Application", "");
        var volume = VOLUME.matcher(image);
        put(fields, "Image", volume.find() ? "C:" + image.substring(volume.end()) : image);
        WindowsLogs.also(fields, "DestinationIp", "DestAddress");
        WindowsLogs.also(fields, "DestinationPort", "DestPort");
        WindowsLogs.also(fields, "SourceIp", "SourceAddress");
        String direction = fields.getOrDefault("Direction", "").toLowerCase(Locale.ROOT);
        boolean out = direction.contains("14593") || direction.equals("outbound");
        put(fields, "Initiated", out ? "true" : "false");
        String protocol = fields.getOrDefault("Protocol", "");
        if (protocol.equals("6") || protocol.equals("17")) {
            fields.put("Protocol", protocol.equals("6") ? "tcp" : "udp");
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(name, value);
        }
    }
}
