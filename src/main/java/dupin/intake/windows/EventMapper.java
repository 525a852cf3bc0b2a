package dupin.intake.windows;

import dupin.intake.Instants;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.WindowsServices;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes telemetry rows of Windows events. `table` is the channel, `actionType` a word for the event, and the number stands
/// in the attribute `EventID`. Nothing is dropped: an event that no mapping knows bears its device, accounts and process.
///
/// All rows of one machine follow one clock: the sensor's where the file holds enough of its rows, else that of the log. The
/// attribute `TimeBasis` says which it was (`UtcTime`, `TimeCreated`, or `TimeCreated` and what it was set forward by); a
/// clock of the row that differs by more than a minute stands beside it. A mapper serves one file and one thread.
final class EventMapper {
    private static final int MOST_KEPT = 20_000;
    private static final Duration SAME = Duration.ofMinutes(1);

    private final Sensor sensor;
    private final Map<String, Entity.Device> devices = new HashMap<>();

    EventMapper(Sensor sensor) {
        this.sensor = sensor;
    }

    TelemetryEvent event(WindowsRecord record, String raw, RowRef row) {
        Entity.Device device = device(record.computer());
        var draft = new Draft(record, device.hostName(), sensor);
        if (!record.computer().isEmpty()) {
            draft.link(LinkRole.DEVICE, device);
        }
        draft.attribute("EventID", record.eventId() < 0 ? "" : Integer.toString(record.eventId()));
        draft.attribute("Provider", record.provider());
        map(draft);
        if (draft.action.isEmpty()) {
            draft.action = "Event " + record.eventId();
        }
        Instant time = time(draft);
        return new TelemetryEvent(
                draft.kind,
                record.channel(),
                draft.action,
                time,
                draft.links(),
                Collections.unmodifiableMap(draft.attributes),
                raw,
                row);
    }

    private static void map(Draft draft) {
        switch (WindowsServices.service(draft.record.channel())) {
            case Channels.SYSMON -> SysmonRows.map(draft);
            case Channels.SECURITY -> SecurityRows.map(draft);
            case Channels.SYSTEM -> SystemRows.map(draft);
            case Channels.POWERSHELL, Channels.POWERSHELL_CLASSIC -> PowerShellRows.map(draft);
            case Channels.TASKS -> TaskRows.map(draft);
            case Channels.DEFENDER -> DefenderRows.map(draft);
            case Channels.SESSIONS, Channels.REMOTE_SESSIONS -> SessionRows.map(draft);
            default -> ServiceRows.map(draft);
        }
    }

    private @Nullable Instant time(Draft draft) {
        Instant created = draft.record.timeCreated();
        Instant brought = draft.time();
        Duration offset = sensor.offset(draft.device);
        boolean ofSensor = WindowsServices.service(draft.record.channel()).equals(Channels.SYSMON);
        Instant own = ofSensor ? Instants.parse(draft.record.text("UtcTime")) : null;
        boolean astray = own != null && brought != null && !offset.isZero() && apart(own, brought);
        Instant time = own == null || astray ? brought : own;
        if (time == null) {
            return null;
        }
        draft.attribute(
                "TimeBasis",
                time.equals(own) ? "UtcTime" : offset.isZero() ? "TimeCreated" : "TimeCreated + " + offset);
        draft.attribute("TimeCreated", created != null && apart(time, created) ? created.toString() : "");
        draft.attribute("UtcTime", astray ? String.valueOf(own) : "");
        return time;
    }

    private static boolean apart(Instant one, Instant two) {
        return Duration.between(one, two).abs().compareTo(SAME) > 0;
    }

    private Entity.Device device(String computer) {
        Entity.Device known = devices.get(computer);
        if (known == null) {
            int dot = computer.indexOf('.');
            boolean full = dot > 0 && !Canonical.isIpLiteral(computer);
            String host = full ? computer.substring(0, dot) : computer;
            known = new Entity.Device(host, full ? computer : "", "", "", "Windows", "", "", "", "", List.of());
            if (devices.size() >= MOST_KEPT) {
                devices.clear();
            }
            devices.put(computer, known);
        }
        return known;
    }
}
