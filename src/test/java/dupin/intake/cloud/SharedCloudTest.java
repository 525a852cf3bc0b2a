package dupin.intake.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.formats.Formats;
import dupin.model.Imported;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every cloud log of the shared data gives rows.
class SharedCloudTest {
    private static final Path DATA = Path.of("../shared/data/telemetry");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o365_ual",
                "o365_messagetrace",
                "entraid_graphapi",
                "azure_ad",
                "intune",
                "otrf/atomic/aws/collection"
            })
    void everyFileGivesRows(String folder) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared data is not here");
        try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                var source = FileSource.of(file);
                var collected = new Collected();
                Formats.all().choose(source).read(source, collected);
                var events =
                        collected.records().stream()
                                .filter(Imported.OfEvent.class::isInstance)
                                .map(r -> ((Imported.OfEvent) r).event())
                                .toList();
                assertThat(events).as(file.toString()).isNotEmpty();
                assertThat(events)
                        .as(file.toString())
                        .allSatisfy(e -> {
                            assertThat(e.time()).isNotNull();
                            assertThat(e.actionType()).isNotEmpty();
                            assertThat(CloudLog.records(e.raw())).isNotEmpty();
                        });
                assertThat(collected.records()).as(file.toString()).noneMatch(Imported.Rejected.class::isInstance);
            }
        }
    }
}
