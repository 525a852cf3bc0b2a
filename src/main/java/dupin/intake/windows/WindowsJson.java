package dupin.intake.windows;

import dupin.intake.Instants;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds the event in a JSON object: as tools write it that turn XML into JSON (`Event.System`), as a beat ships it
/// (`winlog` or `event_data`, nested or with dotted names, alone or in `_source`), and flat, with the event's fields beside
/// the log's or under `EventData`.
final class WindowsJson {
    private WindowsJson() {}

    /// Empty when the object is no Windows event: it names no channel, or neither a provider nor a number.
    static Optional<WindowsRecord> record(ObjectNode object) {
        if (object.get("_source") instanceof ObjectNode source) {
            return record(source);
        }
        if (object.get("Event") instanceof ObjectNode event && event.get("System") instanceof ObjectNode system) {
            return xml(event, system);
        }
        if (object.get("System") instanceof ObjectNode system) {
            return xml(object, system);
        }
        if (object.get("winlog") instanceof ObjectNode winlog) {
            return beat(object, winlog);
        }
        if (object.has("winlog.channel")) {
            return beat(object, JsonValues.unflattened(object, "winlog."));
        }
        if (object.has("log_name") && (object.has("event_id") || object.has("event_data"))) {
            return beat(object, object);
        }
        return flat(object);
    }

    private static Optional<WindowsRecord> xml(ObjectNode event, ObjectNode system) {
        var data = new LinkedHashMap<String, String>();
        JsonValues.leaves(event.get("EventData"), data);
        JsonValues.leaves(event.get("UserData"), data);
        also(data, "Level", system.get("Level"));
        also(data, "Task", system.get("Task"));
        also(data, "Opcode", system.get("Opcode"));
        also(data, "Keywords", system.get("Keywords"));
        return made(
                JsonValues.text(system.get("Channel")),
                JsonValues.attribute(system, "Provider", "Name"),
                JsonValues.text(system.get("EventID")),
                JsonValues.text(system.get("EventRecordID")),
                JsonValues.text(system.get("Computer")),
                Instants.parse(JsonValues.attribute(system, "TimeCreated", "SystemTime")),
                JsonValues.attribute(system, "Security", "UserID"),
                JsonValues.attribute(system, "Execution", "ProcessID"),
                data);
    }

    private static Optional<WindowsRecord> beat(ObjectNode object, ObjectNode winlog) {
        var data = new LinkedHashMap<String, String>();
        JsonValues.leaves(winlog.get("event_data"), data);
        JsonValues.leaves(winlog.get("user_data"), data);
        also(data, "Level", object.path("log").get("level"));
        also(data, "Message", object.get("message"));
        return made(
                JsonValues.first(winlog, "channel", "log_name"),
                JsonValues.first(winlog, "provider_name", "source_name"),
                JsonValues.first(winlog, "event_id"),
                JsonValues.first(winlog, "record_id", "record_number"),
                JsonValues.first(winlog, "computer_name"),
                Instants.parse(JsonValues.first(object, "@timestamp")),
                JsonValues.text(winlog.path("user").get("identifier")),
                JsonValues.text(winlog.path("process").get("pid")),
                data);
    }

    private static Optional<WindowsRecord> flat(ObjectNode object) {
        Map<String, String> data = LinkedHashMap.newLinkedHashMap(object.size() + 4);
        JsonNode nested = null;
        JsonNode user = null;
        for (var field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("EventData")) {
                nested = value;
            } else if (name.equals("UserData")) {
                user = value;
            } else if (!value.isContainer() && !value.isNull()) {
                data.put(name, value.asString());
            }
        }
        String channel = first(data, "Channel", "LogName");
        String provider = first(data, "Provider_Name", "SourceName", "ProviderName", "EventSourceName", "Source");
        String id = first(data, "EventID", "EventId", "Id");
        String number = first(data, "EventRecordID", "RecordNumber", "EventRecordId", "RecordId");
        String computer = first(data, "Computer", "Hostname", "ComputerName", "MachineName");
        Instant time =
                time(data, "TimeCreated", "SystemTime", "TimeCreatedUtc", "EventTime", "TimeGenerated", "@timestamp");
        String sid = first(data, "UserID", "UserId");
        String process = first(data, "ExecutionProcessID");
        if (nested != null || user != null) {
            var own = new LinkedHashMap<String, String>();
            JsonValues.leaves(nested, own);
            JsonValues.leaves(user, own);
            data.putAll(own);
        }
        return made(channel, provider, id, number, computer, time, sid, process, data);
    }

    private static Optional<WindowsRecord> made(
            String channel,
            String provider,
            String id,
            String recordId,
            String computer,
            @Nullable Instant time,
            String sid,
            String process,
            Map<String, String> data) {
        long number = number(id, -1);
        int eventId = number < 0 || number > Integer.MAX_VALUE ? -1 : (int) number;
        if (channel.isBlank() || provider.isBlank() && eventId < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new WindowsRecord(
                        channel.strip(),
                        provider,
                        eventId,
                        number(recordId, 0),
                        computer.strip(),
                        time,
                        sid,
                        number(process, 0),
                        data));
    }

    private static String first(Map<String, String> data, String... names) {
        for (String name : names) {
            String value = data.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable Instant time(Map<String, String> data, String... names) {
        for (String name : names) {
            Instant time = Instants.parse(data.get(name));
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static long number(String text, long otherwise) {
        String digits = text.strip();
        try {
            return digits.isEmpty() || digits.length() > 19 ? otherwise : Long.parseLong(digits);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static void also(Map<String, String> data, String name, @Nullable JsonNode value) {
        String text = JsonValues.text(value);
        if (!text.isEmpty()) {
            data.putIfAbsent(name, text);
        }
    }
}
