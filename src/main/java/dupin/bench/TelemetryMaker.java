package dupin.bench;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the ordinary life of hosts as a sensor tells it, with one intrusion in it and the truth about that.
final class TelemetryMaker {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SYSTEM = "C:\\Windows\\System32\\";
    private static final List<String> ORDINARY =
            List.of("svchost.exe", "taskhostw.exe", "conhost.exe", "SearchIndexer.exe", "backgroundTaskHost.exe");

    private final Dice dice;
    private final Writer rows;
    private final ArrayNode processes = JSON.createArrayNode();
    private final StringBuilder alerts = new StringBuilder();
    private final Instant start;
    private String payloadPath = "";
    private long written;

    TelemetryMaker(Dice dice, Writer rows, Instant start) {
        this.dice = dice;
        this.rows = rows;
        this.start = start;
    }

    /// Rows at 29 process starts an hour and host in the median, three rows of what they do for each start.
    void write(long count, dupin.service.Progress progress) throws IOException {
        int hosts = hosts(count);
        while (written < count) {
            if (written == count / 2) {
                intrude("ws-1.corp.example");
            }
            ordinary("ws-" + (1 + dice.below(hosts)) + ".corp.example", count);
            if (written % 100_000 == 0) {
                progress.check();
                progress.report("Writing telemetry", written, count);
            }
        }
    }

    /// How many hosts so many rows are about.
    static int hosts(long rows) {
        return Math.clamp(rows / 2_500, 1, 4_000);
    }

    private void ordinary(String host, long count) throws IOException {
        Instant time = start.plus(Duration.ofSeconds(86_400L * written / Math.max(1, count)));
        String image = ORDINARY.get(dice.below(ORDINARY.size()));
        switch (dice.among(25, 35, 40)) {
            case 0 ->
                    started(
                            host,
                            time,
                            "n" + written,
                            "p0",
                            SYSTEM + image,
                            SYSTEM + "services.exe",
                            image + " -k " + dice.below(30));
            case 1 ->
                    line(
                            event(3, host, time)
                                    .put("ProcessGuid", "{s" + dice.below(50) + "}")
                                    .put("ProcessId", 1_200)
                                    .put("Image", SYSTEM + "svchost.exe")
                                    .put("Initiated", "true")
                                    .put("DestinationIp", "198.51.100." + dice.below(60))
                                    .put("DestinationPort", "443"));
            default ->
                    line(
                            event(11, host, time)
                                    .put("ProcessGuid", "{s" + dice.below(50) + "}")
                                    .put("ProcessId", 1_200)
                                    .put("Image", SYSTEM + "svchost.exe")
                                    .put("TargetFilename", "C:\\ProgramData\\Cache\\" + dice.below(900) + ".log"));
        }
    }

    private void intrude(String host) throws IOException {
        Instant time = start.plus(Duration.ofHours(12));
        String payload = "C:\\Users\\ann\\Downloads\\offer-" + dice.hex(6) + ".exe";
        String shell = SYSTEM + "cmd.exe";
        bad(host, time, "b1", "e1", payload, "C:\\Windows\\explorer.exe", payload, "high");
        bad(host, time.plusSeconds(20), "b2", "b1", shell, payload, "cmd.exe", "medium");
        bad(host, time.plusSeconds(30), "b3", "b2", SYSTEM + "whoami.exe", shell, "whoami /groups", "medium");
        bad(
                host,
                time.plusSeconds(60),
                "b4",
                "b2",
                SYSTEM + "rundll32.exe",
                shell,
                "rundll32.exe comsvcs.dll, MiniDump 640 C:\\Windows\\Temp\\d.bin full",
                "high");
        payloadPath = payload;
    }

    private void bad(
            String host,
            Instant time,
            String guid,
            String parent,
            String image,
            String parentImage,
            String command,
            String level)
            throws IOException {
        started(host, time, guid, parent, image, parentImage, command);
        processes.addObject().put("guid", "{" + guid + "}").put("image", image);
        ObjectNode alert = JSON.createObjectNode();
        alert.put("ruleId", "generated-" + guid)
                .put("title", "Suspicious start of " + image.substring(image.lastIndexOf('\\') + 1));
        alert.put("level", level).put("time", time.toString()).put("touchesTruth", true);
        alert.putObject("event")
                .put("Channel", "Microsoft-Windows-Sysmon/Operational")
                .put("Hostname", host)
                .put("EventID", 1)
                .put("ProcessGuid", "{" + guid + "}");
        alerts.append(alert).append('\n');
    }

    private void started(
            String host, Instant time, String guid, String parent, String image, String parentImage, String command)
            throws IOException {
        line(
                event(1, host, time)
                        .put("ProcessGuid", "{" + guid + "}")
                        .put("ProcessId", Long.toString(2_000 + written % 60_000))
                        .put("ParentProcessGuid", "{" + parent + "}")
                        .put("ParentProcessId", "700")
                        .put("Image", image)
                        .put("ParentImage", parentImage)
                        .put("CommandLine", command)
                        .put("User", "CORP\\ann"));
    }

    private static ObjectNode event(int id, String host, Instant time) {
        String text = time.toString();
        return JSON.createObjectNode()
                .put("Channel", "Microsoft-Windows-Sysmon/Operational")
                .put("Provider", "Microsoft-Windows-Sysmon")
                .put("EventID", id)
                .put("Hostname", host)
                .put("@timestamp", text)
                .put("UtcTime", text.replace('T', ' ').replace("Z", ""));
    }

    private void line(ObjectNode row) throws IOException {
        rows.write(row.toString());
        rows.write('\n');
        written++;
    }

    /// The truth in the form that is scored.
    String truth(String source) {
        ObjectNode root = JSON.createObjectNode();
        root.put("dataset", "generated").put("source", source).putArray("hosts").add("ws-1.corp.example");
        ObjectNode malicious = root.putObject("malicious");
        malicious.set("processes", processes);
        malicious.putArray("accounts").add("CORP\\ann");
        var files = malicious.putArray("files");
        if (!payloadPath.isEmpty()) {
            files.add(payloadPath);
        }
        return root.toString();
    }

    String alerts() {
        return alerts.toString();
    }
}
