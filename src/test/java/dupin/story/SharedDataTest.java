package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ImportReceipt;
import dupin.service.CaseSession;
import dupin.service.ImportPlan;
import dupin.service.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real exports, where they are at hand.
class SharedDataTest {
    private static final Path INCIDENTS = Path.of("../shared/data/incidents");

    @TempDir Path folder;

    @Test
    void everyFileGivesAReceiptOrASentence() throws InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(INCIDENTS), "Skipped: the shared data is not here");
        try (CaseSession session = Story.open(folder.resolve("all.dupin"), 2)) {
            ImportPlan plan = session.imports().plan(List.of(INCIDENTS), Progress.NONE);
            assertThat(plan.items())
                    .hasSizeGreaterThan(150)
                    .allSatisfy(item -> {
                        if (item.receipt() == null) {
                            assertThat(item.refusal())
                                    .contains(String.valueOf(item.file().getFileName()))
                                    .endsWith(".");
                        }
                    });
            List<ImportReceipt> receipts = session.imports().commit(plan, "tester", Progress.NONE);
            session.awaitIdle();

            assertThat(receipts).hasSameSizeAs(plan.items().stream().filter(i -> i.receipt() != null).toList());
            assertThat(session.desk().status().alerts()).isGreaterThan(70);
            assertThat(session.desk().verdicts()).isNotEmpty();
        }
    }
}
