package dupin.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.respond.runbook.RunbookFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunbookStepsTest extends WrittenOrders {
    @Override
    CommandFiles.Form form() {
        return new RunbookFiles();
    }

    @Override
    String ending() {
        return ".md";
    }

    @Test
    void thePlanIsThereInAllForms() throws IOException {
        try (Responder responder = open()) {
            assertThat(responder.verify(reversible("ACT-1"), true).status()).isEqualTo(Responder.Status.UNKNOWN);
            responder.execute(reversible("ACT-1"));
        }
        try (Stream<Path> all = Files.list(folder.resolve("orders"))) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .contains("ACT-1.md", "ACT-1.ps1", "ACT-1.cacao.json", "ACT-1.sha256");
        }
    }
}
