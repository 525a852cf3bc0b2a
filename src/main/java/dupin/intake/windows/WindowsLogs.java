package dupin.intake.windows;

import dupin.intake.Json;
import dupin.model.LogRecord;
import dupin.model.sigma.WindowsServices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Windows events as detection rules read them, from the raw text that telemetry rows carry. Keeps no state; serves all
/// threads.
public final class WindowsLogs {
    private static final String PRODUCT = "windows";

    private WindowsLogs() {}

    /// The event of a stored raw row: a JSON object of any of the shapes that are imported.
    ///
    /// @return empty when the text is no Windows event
    public static Optional<LogRecord> record(String raw) {
        return Json.parse(raw) instanceof ObjectNode object
                ? WindowsJson.record(object).map(WindowsLogs::record)
                : Optional.empty();
    }

    /// The event's own fields win over what the log says of it, where both bear one name. Of audited process starts and
    /// ends, registry values and connections the names that rules use for the sensor's are there as well.
    public static LogRecord record(WindowsRecord event) {
        Map<String, String> fields = LinkedHashMap.newLinkedHashMap(event.data().size() + 12);
        put(fields, "Channel", event.channel());
        put(fields, "Provider_Name", event.provider());
        put(fields, "Computer", event.computer());
        if (event.eventId() >= 0) {
            fields.put("EventID", Integer.toString(event.eventId()));
        }
        put(fields, "UserID", event.userSid());
        fields.putAll(event.data());
        String service = WindowsServices.service(event.channel());
        if (event.eventId() == 4688 && service.equals(Channels.SECURITY)) {
            also(fields, "Image", "NewProcessName");
            also(fields, "ParentImage", "ParentProcessName");
            also(fields, "IntegrityLevel", "MandatoryLabel");
        }
        if (service.equals(Channels.SECURITY)) {
            AuditedFields.add(event.eventId(), fields);
        }
        boolean classic = service.equals(Channels.POWERSHELL_CLASSIC) || service.equals("application");
        if (classic) {
            also(fields, "Data", "Message");
        }
        return new LogRecord(PRODUCT, service, event.channel(), event.provider(), event.eventId(), fields);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    static void also(Map<String, String> fields, String name, String from) {
        String value = fields.get(from);
        if (value != null) {
            fields.putIfAbsent(name, value);
        }
    }
}
