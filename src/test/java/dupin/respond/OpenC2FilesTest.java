package dupin.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.respond.openc2.OpenC2Commands;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenC2FilesTest extends WrittenOrders {
    @Override
    CommandFiles.Form form() {
        return new OpenC2Commands();
    }

    @Override
    String ending() {
        return ".openc2.json";
    }

    @Test
    void theCommandSaysWhatAndOnWhat() throws IOException {
        try (Responder responder = open()) {
            responder.execute(reversible("ACT-1"));
        }
        assertThat(Files.readString(files().getFirst()))
                .contains("\"action\" : \"contain\"", "\"hostname\" : \"ws01\"", "\"command_id\"");
    }

    /// What somebody chose to be softer than a block never becomes one.
    @Test
    void aWarningIsNoDenial() {
        RemediationAction block = Deeds.action("ACT-1", ActionType.BLOCK_IP, Entity.IpAddress.of("203.0.113.9"), null);
        try (Responder responder = open()) {
            assertThat(responder.execute(block).completed()).isTrue();
            for (RemediationAction softer :
                    List.of(
                            Deeds.action("ACT-2", ActionType.BLOCK_IP, Entity.IpAddress.of("203.0.113.8"), null)
                                    .requested("ann", Map.of("action", "Audit")),
                            reversible("ACT-3").requested("ann", Map.of("isolationType", "Selective")))) {
                assertThat(responder.execute(softer).completed()).isFalse();
            }
        }
        assertThat(files()).hasSize(1);
    }
}
