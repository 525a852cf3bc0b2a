package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.formats.Formats;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real payloads: each is imported, or refused with a sentence.
class SharedPayloadsTest {
    private static final Path DATA = Path.of("../shared/data/incidents");
    private static final List<String> FOLDERS =
            List.of("graph_docs", "xdr_docs", "mde_docs", "msdocs_api", "o365_air", "transcribed");

    @BeforeEach
    void needsTheData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no ../shared/data here");
    }

    @Test
    void everyPayloadIsImportedOrRefusedWithASentence() throws IOException {
        var imported = new TreeMap<String, Integer>();
        for (String folder : FOLDERS) {
            for (Path file : files(folder)) {
                var sink = new Collected();
                try {
                    var source = FileSource.of(file);
                    Formats.all().choose(source).read(source, sink);
                    imported.merge(folder, 1, Integer::sum);
                    assertThat(sink.records()).as(file.toString()).isNotEmpty();
                    assertThat(sink.rejects())
                            .as(file.toString())
                            .allSatisfy(reject -> assertThat(reject.reason()).endsWith("."));
                } catch (ImportRefusedException e) {
                    assertThat(e).hasMessageContaining(file.getFileName().toString());
                    assertThat(e.getMessage()).endsWith(".");
                }
            }
        }
        // Alerts, incidents, investigations, machines and machine actions; the rest are requests, inventories and
        // reputation.
        assertThat(imported)
                .containsEntry("graph_docs", 5)
                .containsEntry("xdr_docs", 1)
                .containsEntry("o365_air", 4)
                .containsEntry("transcribed", 3);
        assertThat(imported.get("mde_docs")).isGreaterThanOrEqualTo(5);
        assertThat(imported.get("msdocs_api")).isGreaterThanOrEqualTo(17);
    }

    @Test
    void anInvestigationRecordGivesInvestigationAlertAndClusters() throws Exception {
        var sink = read("o365_air/automated_investigation_and_response_1.json");
        var investigation = sink.all(Imported.OfInvestigation.class).getFirst().investigation();
        assertThat(investigation.type()).isEqualTo("ZappedUrlInvestigation");
        assertThat(investigation.status()).isEqualTo("Pending Action");
        assertThat(investigation.actions())
                .hasSize(1)
                .allSatisfy(action -> {
                    assertThat(action.status()).isEqualTo("Pending");
                    assertThat(action.targets()).singleElement().isInstanceOf(Entity.MailCluster.class);
                });
        var alert = sink.all(Imported.OfAlert.class).getFirst().alert();
        assertThat(alert.id()).isEqualTo(investigation.triggeringAlertId()).startsWith("fa");
        assertThat(alert.providerInvestigationId()).isEqualTo(investigation.id());
        assertThat(alert.title()).doesNotContain("\u200b").endsWith("after delivery");
        assertThat(alert.evidence())
                .extracting(e -> e.entity().kind())
                .contains(
                        EntityKind.MAIL_CLUSTER,
                        EntityKind.MAIL_MESSAGE,
                        EntityKind.URL,
                        EntityKind.MAILBOX,
                        EntityKind.USER,
                        EntityKind.FILE);
        assertThat(alert.evidence()).doesNotHaveDuplicates();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(DATA.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Collected read(String file) throws IOException, ImportRefusedException {
        var sink = new Collected();
        var source = FileSource.of(DATA.resolve(file));
        Formats.all().choose(source).read(source, sink);
        assertThat(sink.all(Imported.Rejected.class)).as(file).isEmpty();
        return sink;
    }
}
