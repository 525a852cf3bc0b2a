package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Canonical;
import dupin.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The machine of a row, made once per machine. Not for several threads.
final class Hosts {
    private static final int MOST_KEPT = 20_000;

    private final int name;
    private final int id;
    private final int entraId;
    private final int platform;
    private final int group;
    private final Map<String, Host> known = new HashMap<>();

    /// @param device what other entities of the row name as their machine
    record Host(Entity.Device entity, String name, String id, String device) {}

    Hosts(Columns columns) {
        this(columns, columns.of("DeviceName"), columns.of("DeviceId"), columns.of("MachineGroup"));
    }

    private Hosts(Columns columns, int name, int id, int group) {
        this.name = name;
        this.id = id;
        this.entraId = columns.of("AadDeviceId", "EntraIdDeviceId");
        this.platform = columns.of("OSPlatform");
        this.group = group;
    }

    /// The machine that the columns name; null when they name none.
    static Hosts of(Columns columns, String nameColumn, String idColumn) {
        return new Hosts(columns, columns.of(nameColumn), columns.of(idColumn), -1);
    }

    @Nullable Host of(Row row) {
        String deviceName = row.text(name);
        String deviceId = row.text(id);
        if (deviceName.isEmpty() && deviceId.isEmpty()) {
            return null;
        }
        Host host = known.get(deviceName);
        if (host == null || !host.id.equals(deviceId) || !deviceName.equals(host.name)) {
            var device = named(deviceName, deviceId, row.text(entraId), row.text(platform), row.text(group));
            host = new Host(device, deviceName, deviceId, device(device));
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(deviceName, host);
        }
        return host;
    }

    static Entity.Device named(String name, String id, String entraId, String platform, String group) {
        int dot = name.indexOf('.');
        boolean full = dot > 0 && !Canonical.isIpLiteral(name);
        String hostName = full ? name.substring(0, dot) : name;
        return new Entity.Device(hostName, full ? name : "", id, entraId, platform, group, "", "", "", List.of());
    }

    /// How other entities name the machine: by its host name, and without one by its key.
    static String device(Entity.Device device) {
        return device.hostName().isEmpty() ? device.key().value() : device.hostName();
    }
}
