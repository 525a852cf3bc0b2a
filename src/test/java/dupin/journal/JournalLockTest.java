package dupin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {

    @TempDir Path folder;

    /// Opens the journal named by its argument in a process of its own, says what came of it and waits for its input to end.
    public static final class Child {
        public static void main(String[] args) throws IOException {
            try (var journal = Journal.open(Path.of(args[0]))) {
                journal.append(Instant.EPOCH, "child", List.of(new Entry.CaseCreated("child", "")));
                System.out.println("open");
                System.in.read();
            } catch (JournalLockedException e) {
                System.out.println("locked: " + e.getMessage());
            }
        }
    }

    private static Process child(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    @Test
    void oneProcessAtATime() throws Exception {
        Path file = folder.resolve("journal.ndjson");
        try (var journal = Journal.open(file)) {
            assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(JournalLockedException.class);
            Process second = child(file);
            assertThat(output(second).readLine())
                    .startsWith("locked: ")
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(second.waitFor()).isZero();
            assertThat(journal.size()).isZero();
        }
        Process owner = child(file);
        try {
            assertThat(output(owner).readLine()).isEqualTo("open");
            assertThatThrownBy(() -> Journal.open(file))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("process " + owner.pid());
        } finally {
            owner.destroyForcibly().waitFor();
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.size()).isEqualTo(1);
        }
        assertThat(Files.exists(file)).isTrue();
    }
}
