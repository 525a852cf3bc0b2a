package dupin.intake.windows.evtx;

import dupin.intake.Instants;
import dupin.intake.windows.WindowsRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/// The event that a record's elements tell.
final class EventXml {
    private EventXml() {}

    /// @param recordId and `written` stand in the record's header, for records whose elements lack them
    static WindowsRecord record(List<Element> elements, long recordId, Instant written) {
        if (elements.isEmpty() || !elements.getFirst().name().equals("Event")) {
            throw new DamagedException("it holds no event");
        }
        Element event = elements.getFirst();
        Element system = event.child("System");
        if (system == null) {
            throw new DamagedException("its event has no system part");
        }
        var data = new LinkedHashMap<String, String>();
        for (Element part : event.children()) {
            if (part != system && !(part.children().isEmpty() && part.text().isEmpty())) {
                part.leaves(data);
            }
        }
        for (String name : List.of("Level", "Task", "Opcode", "Keywords")) {
            if (!system.text(name).isEmpty()) {
                data.putIfAbsent(name, system.text(name));
            }
        }
        Instant time = Instants.parse(system.attribute("TimeCreated", "SystemTime"));
        String provider = system.attribute("Provider", "Name");
        return new WindowsRecord(
                system.text("Channel"),
                provider.isEmpty() ? system.attribute("Provider", "EventSourceName") : provider,
                Math.clamp(number(system.text("EventID"), -1), -1, Integer.MAX_VALUE),
                number(system.text("EventRecordID"), recordId),
                system.text("Computer"),
                time == null ? written : time,
                system.attribute("Security", "UserID"),
                number(system.attribute("Execution", "ProcessID"), 0),
                data);
    }

    private static long number(String text, long otherwise) {
        try {
            return text.isEmpty() || text.length() > 19 ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
