package dupin.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.respond.openc2.OpenC2Commands;
import java.io.IOException;
import java.nio.file.Files;
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
}
