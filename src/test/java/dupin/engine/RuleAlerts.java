package dupin.engine;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.Evidence;
import dupin.model.Severity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A test's reader of the alerts that rules raised on a labelled intrusion, as they stand beside its truth.
final class RuleAlerts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RuleAlerts() {}

    /// One alert for each rule hit, with the process of its event as evidence.
    static List<Alert> read(Path file) throws IOException {
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
                    AlertDraft.alert("rule-" + alerts.size())
                            .incident("case")
                            .title(node.path("title").asString())
                            .severity(Severity.parse(node.path("level").asString()))
                            .at(time)
                            .evidence(evidence)
                            .made());
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
}
