package dupin.engine.analyzer;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Addresses with a port that few processes of the case speak to: where an implant meets its operator, also after it moved
/// into another process. What everybody uses (web, names, files, directory, remote administration) is no such place.
final class Channels {
    private static final int FEW = 4;
    private static final Set<String> USUAL =
            Set.of(
                    "", "0", "22", "25", "53", "80", "88", "123", "135", "139", "389", "443", "445", "587", "636",
                    "993", "1433", "3268", "3306", "3389", "5985", "5986", "8530");

    /// Ports on which every machine of a network talks to its servers: names, time, logons, directory, files.
    private static final Set<String> INFRASTRUCTURE =
            Set.of(
                    "53", "67", "68", "88", "123", "135", "137", "138", "139", "389", "445", "464", "593", "636",
                    "1900", "3268", "3269", "5353", "5355", "9389");

    private Channels() {}

    static boolean infrastructure(String port) {
        return INFRASTRUCTURE.contains(port);
    }

    /// Connections of the process to unusual ports, one for each address and port.
    static List<TelemetryEvent> of(Inquiry inquiry, Entity.Process process) {
        var first = new TreeMap<String, TelemetryEvent>();
        for (TelemetryEvent row : inquiry.acts(process.key())) {
            Entity.IpAddress ip = destination(row);
            if (ip != null && !USUAL.contains(port(row)) && !Addresses.nobody(ip.key().value())) {
                first.putIfAbsent(ip.key().value() + " " + port(row), row);
            }
        }
        return List.copyOf(first.values());
    }

    /// The other processes on the row's channel; none when they are many.
    static List<Entity.Process> others(Inquiry inquiry, Entity.Process process, TelemetryEvent row) {
        Entity.IpAddress ip = destination(row);
        if (ip == null) {
            return List.of();
        }
        var others = new TreeMap<EntityKey, Entity.Process>();
        EntityKey own = inquiry.scope().resolve(process);
        for (TelemetryEvent talk : inquiry.rows(ip.key())) {
            Entity.IpAddress place = destination(talk);
            if (place != null && place.key().equals(ip.key()) && port(talk).equals(port(row))) {
                talk.actor()
                        .filter(a -> !inquiry.scope().resolve(a).equals(own))
                        .ifPresent(a -> others.put(inquiry.scope().resolve(a), a));
            }
        }
        return others.size() <= FEW ? List.copyOf(others.values()) : List.of();
    }

    /// Somebody on the row's channel who is malicious by himself.
    static Optional<Entity.Process> partner(Inquiry inquiry, Entity.Process process, TelemetryEvent row) {
        return others(inquiry, process, row).stream()
                .filter(o -> inquiry.scope().contains(o) && inquiry.maliciousItself(inquiry.scope().resolve(o)))
                .findFirst();
    }

    private static Entity.@org.jspecify.annotations.Nullable IpAddress destination(TelemetryEvent row) {
        return row.kind() != EventKind.NETWORK_CONNECTION
                ? null
                : Rows.entity(row, LinkRole.DESTINATION, Entity.IpAddress.class).orElse(null);
    }

    private static String port(TelemetryEvent row) {
        return Rows.attribute(row, "RemotePort", "DestinationPort");
    }
}
