package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/// A test's small reader of sensor logs in JSON lines, enough to measure verdicts on them. One clock: the sensor's own.
final class SensorRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SensorRows() {}

    static List<TelemetryEvent> read(Path zip) throws IOException {
        var rows = new ArrayList<TelemetryEvent>();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            in.getNextEntry();
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            var nodes = new ArrayList<JsonNode>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = JSON.readTree(line);
                if (node.path("Channel").asString("").endsWith("Sysmon/Operational")) {
                    nodes.add(node);
                }
            }
            for (JsonNode node : nodes) {
                TelemetryEvent row = row(node, rows.size());
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static TelemetryEvent row(JsonNode node, long index) {
        String host = text(node, "Hostname");
        var values = new TreeMap<String, String>();
        var links = new ArrayList<EventLink>();
        links.add(new EventLink(LinkRole.DEVICE, Entity.Device.named(host)));
        EventKind kind =
                switch (node.path("EventID").asInt()) {
                    case 1 -> EventKind.PROCESS_CREATED;
                    case 3 -> EventKind.NETWORK_CONNECTION;
                    case 7 -> EventKind.IMAGE_LOADED;
                    case 8, 10 -> EventKind.PROCESS_ACCESS;
                    case 11, 15 -> EventKind.FILE_CREATED;
                    case 13 -> EventKind.REGISTRY_CHANGED;
                    case 22 -> EventKind.DNS_QUERY;
                    default -> EventKind.OTHER;
                };
        switch (kind) {
            case PROCESS_CREATED -> {
                links.add(
                        new EventLink(
                                LinkRole.ACTOR,
                                process(
                                        host,
                                        text(node, "ParentProcessGuid"),
                                        node.path("ParentProcessId").asLong(0),
                                        text(node, "ParentImage"),
                                        text(node, "ParentCommandLine"),
                                        text(node, "ParentUser"),
                                        "")));
                Entity.Process child =
                        process(
                                host,
                                text(node, "ProcessGuid"),
                                node.path("ProcessId").asLong(0),
                                text(node, "Image"),
                                text(node, "CommandLine"),
                                text(node, "User"),
                                hash(node));
                links.add(new EventLink(LinkRole.TARGET, child));
                links.add(new EventLink(LinkRole.TARGET_IMAGE, child.imageFile()));
            }
            case PROCESS_ACCESS -> {
                links.add(
                        new EventLink(
                                LinkRole.ACTOR,
                                process(
                                        host,
                                        first(text(node, "SourceProcessGUID"), text(node, "SourceProcessGuid")),
                                        node.path("SourceProcessId").asLong(0),
                                        text(node, "SourceImage"),
                                        "",
                                        text(node, "SourceUser"),
                                        "")));
                links.add(
                        new EventLink(
                                LinkRole.TARGET,
                                process(
                                        host,
                                        first(text(node, "TargetProcessGUID"), text(node, "TargetProcessGuid")),
                                        node.path("TargetProcessId").asLong(0),
                                        text(node, "TargetImage"),
                                        "",
                                        text(node, "TargetUser"),
                                        "")));
                values.put("GrantedAccess", text(node, "GrantedAccess"));
                values.put("EventID", Integer.toString(node.path("EventID").asInt()));
            }
            case OTHER -> {
                return null;
            }
            default -> {
                links.add(
                        new EventLink(
                                LinkRole.ACTOR,
                                process(
                                        host,
                                        text(node, "ProcessGuid"),
                                        node.path("ProcessId").asLong(0),
                                        text(node, "Image"),
                                        "",
                                        text(node, "User"),
                                        "")));
                if (kind == EventKind.NETWORK_CONNECTION) {
                    boolean out = text(node, "Initiated").equals("true");
                    links.add(
                            new EventLink(
                                    LinkRole.DESTINATION,
                                    Entity.IpAddress.of(text(node, out ? "DestinationIp" : "SourceIp"))));
                    values.put("RemotePort", text(node, out ? "DestinationPort" : "SourcePort"));
                } else if (kind == EventKind.IMAGE_LOADED) {
                    links.add(
                            new EventLink(
                                    LinkRole.TARGET, Entity.File.of(text(node, "ImageLoaded"), hash(node), host)));
                    values.put("Signed", text(node, "Signed"));
                    values.put("SignatureStatus", text(node, "SignatureStatus"));
                    values.put("Signature", text(node, "Signature"));
                } else if (kind == EventKind.FILE_CREATED) {
                    links.add(new EventLink(LinkRole.TARGET, Entity.File.of(text(node, "TargetFilename"), "", host)));
                } else if (kind == EventKind.REGISTRY_CHANGED) {
                    links.add(
                            new EventLink(
                                    LinkRole.TARGET,
                                    registry(host, text(node, "TargetObject"), text(node, "Details"))));
                } else {
                    links.add(new EventLink(LinkRole.DESTINATION, new Entity.Domain(text(node, "QueryName"))));
                }
            }
        }
        return new TelemetryEvent(
                kind,
                "Sysmon",
                "Event " + node.path("EventID").asInt(),
                time(node),
                links,
                values,
                "",
                new RowRef("sensor", index));
    }

    private static Entity registry(String host, String object, String details) {
        int cut = object.lastIndexOf('\\');
        int hive = object.indexOf('\\');
        return new Entity.RegistryValue(
                host,
                object.substring(0, Math.max(0, hive)),
                object.substring(hive + 1, Math.max(hive + 1, cut)),
                object.substring(cut + 1),
                details,
                "");
    }

    private static Entity.Process process(
            String host, String guid, long pid, String image, String command, String user, String hash) {
        return new Entity.Process(host, pid, null, guid, command, Entity.File.of(image, hash, host), user, 0, null, "");
    }

    /// One alert for each rule hit, with the process of its event as evidence.
    static List<Alert> alerts(Path file) throws IOException {
        var alerts = new ArrayList<Alert>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            JsonNode event = node.path("event");
            String host = node.path("host").asString();
            var evidence = new ArrayList<Evidence>();
            evidence.add(Evidence.of(Entity.Device.named(host)));
            String guid =
                    first(
                            text(event, "ProcessGuid"),
                            first(text(event, "SourceProcessGUID"), text(event, "SourceProcessGuid")));
            if (!guid.isEmpty()) {
                evidence.add(
                        Evidence.of(
                                process(
                                        host,
                                        guid,
                                        first(text(event, "ProcessId"), "0").startsWith("0x")
                                                ? 0
                                                : event.path("ProcessId").asLong(0),
                                        first(text(event, "Image"), text(event, "SourceImage")),
                                        text(event, "CommandLine"),
                                        text(event, "User"),
                                        hash(event))));
            }
            if (!text(event, "TargetFilename").isEmpty()) {
                evidence.add(Evidence.of(Entity.File.of(text(event, "TargetFilename"), "", host)));
            }
            if (!text(event, "TargetObject").isEmpty()) {
                evidence.add(Evidence.of(registry(host, text(event, "TargetObject"), text(event, "Details"))));
            }
            Instant time = text(event, "UtcTime").isEmpty() ? null : time(event);
            alerts.add(
                    new Alert(
                            "rule-" + alerts.size(),
                            "case",
                            node.path("title").asString(),
                            "",
                            "",
                            Severity.parse(node.path("level").asString()),
                            "new",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            List.of(),
                            List.of(),
                            List.of(),
                            time,
                            time,
                            time,
                            time,
                            null,
                            evidence,
                            RowRef.NONE));
        }
        return alerts;
    }

    private static Instant time(JsonNode node) {
        return Instant.parse(text(node, "UtcTime").replace(' ', 'T') + "Z");
    }

    private static String hash(JsonNode node) {
        String hashes = text(node, "Hashes");
        int at = hashes.indexOf("SHA256=");
        return at < 0 ? "" : Canonical.hash(hashes.substring(at + 7, Math.min(hashes.length(), at + 71)));
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
