package dupin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.formats.Formats;
import dupin.model.Imported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Broken files give rejects and refusals and nothing else, whatever is broken.
class FuzzTest {
    private static final Path DATA = Path.of("../shared/data/incidents");
    private static final int LARGEST = 40_000;

    private static final String GRAPH =
            """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#security/incidents","value":[{"@odata.type":"#microsoft.graph.security.incident","id":"1",
            "displayName":"D","severity":"high","status":"active","comments":[{"comment":"c","createdDateTime":"2026-01-01T00:00:00Z"}],"alerts":[
            {"@odata.type":"#microsoft.graph.security.alert","id":"a","title":"T","severity":"low","createdDateTime":"2026-01-01T00:00:00.1234567Z","evidence":[
            {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"m","hostName":"h","ipInterfaces":["10.0.0.1"]},
            {"@odata.type":"#microsoft.graph.security.processEvidence","mdeDeviceId":"m","processId":4,"processCreationDateTime":"2026-01-01T00:00:00Z","imageFile":{"fileName":"f"}},
            {"@odata.type":"#microsoft.graph.security.mailClusterEvidence","clusterBy":"a","clusterByValue":"b","emailCount":7,"networkMessageIds":[["n"]]},
            {"@odata.type":"#microsoft.graph.security.dnsEvidence","domainName":"d.example","ipAddresses":[{"ipAddress":"192.0.2.1"}]}]}]}]}\
            """;

    private static final String XDR =
            """
            [{"incidentId":1,"incidentName":"N","createdTime":"2026-01-01T00:00:00Z","alerts":[{"alertId":"x","title":"T","creationTime":"2026-01-01T00:00:00Z",
            "devices":[{"mdatpDeviceId":"m","deviceDnsName":"h.example"}],"entities":[{"entityType":"File","fileName":"f","filePath":"C:\\\\t","deviceId":"m"},
            {"entityType":"Registry","registryHive":"HKLM","registryKey":"k","registryValue":"v"}]}]}]\
            """;

    private static final String LINES =
            """
            {"id":"e","machineId":"m","computerDnsName":"h","alertCreationTime":"2026-01-01T00:00:00Z","title":"T","evidence":[{"entityType":"Ip","ipAddress":"192.0.2.1"}]}
            {"id":"i","state":"Running","startTime":"2026-01-01T00:00:00Z","machineId":"m","triggeringAlertId":"e"}
            {"id":"c","type":"Isolate","machineId":"m","requestor":"r","creationDateTimeUtc":"2026-01-01T00:00:00Z"}
            """;

    private static final String AIR =
            """
            {"RecordType":64,"InvestigationId":"urn:i:1","InvestigationName":"N","Status":"Running","Data":"{\\"AlertDisplayName\\":\\"A\\",\\"Entities\\":[{\\"$id\\":\\"1\\",\\"Type\\":\\"url\\",\\"Url\\":\\"http://u/\\"},{\\"$ref\\":\\"1\\"}]}",
            "Actions":["{\\"$id\\":\\"1\\",\\"ActionId\\":\\"x\\",\\"Entities\\":[{\\"$id\\":\\"2\\",\\"Type\\":\\"mailCluster\\",\\"ClusterBy\\":\\"a\\",\\"MailCount\\":3}]}"]}\
            """;

    private final List<Importer> importers = Formats.all().all();

    @Test
    void ownFixturesBrokenAnywhere() {
        for (String text : List.of(GRAPH, XDR, LINES, AIR)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(survives(bytes, "whole")).isGreaterThan(0);
            for (int cut = 0; cut < bytes.length; cut += 7) {
                survives(Arrays.copyOf(bytes, cut), "cut at " + cut);
            }
            breakAtRandom(bytes, 150, 1);
        }
    }

    @Test
    void realPayloadsBrokenAtRandom() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no ../shared/data here");
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            var random = new Random(bytes.length);
            for (int i = 0; i < 3; i++) {
                survives(Arrays.copyOf(bytes, random.nextInt(bytes.length)), file + " cut");
            }
            breakAtRandom(bytes, 5, bytes.length);
        }
    }

    private static List<Path> files() throws IOException {
        var small = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(DATA)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > 0 && Files.size(file) < LARGEST) {
                    small.add(file);
                }
            }
        }
        return small;
    }

    private void breakAtRandom(byte[] bytes, int times, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < times; i++) {
            byte[] broken = bytes.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(broken.length);
                broken[at] =
                        random.nextBoolean()
                                ? (byte) (broken[at] ^ 1 << random.nextInt(8))
                                : (byte) random.nextInt(256);
            }
            survives(broken, "seed " + seed + ", try " + i);
        }
    }

    /// Every importer is let loose on it, whether it recognises the file or not.
    private int survives(byte[] bytes, String what) {
        int good = 0;
        var source = new Texts("fuzz.json", bytes);
        for (Importer importer : importers) {
            var sink = new Collected();
            try {
                importer.recognises(Head.of(source));
                importer.read(source, sink);
            } catch (ImportRefusedException e) {
                assertThat(e.getMessage()).as(what).startsWith("fuzz.json").hasSizeLessThan(2_000);
            } catch (IOException | RuntimeException e) {
                throw new AssertionError(importer.format() + ": " + what, e);
            }
            good += sink.records().size() - sink.all(Imported.Rejected.class).size();
        }
        return good;
    }
}
