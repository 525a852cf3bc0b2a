package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Pack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolePacksTest {
    @TempDir Path folder;

    @Test
    void aNewCaseBeginsWithThePacksOfTheSettings() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Files.writeString(feed.resolve("list.txt"), "203.0.113.9\n");
        Path home = folder.resolve("home");
        var console = new Console(home, Clock.systemUTC(), 1);
        console.settings().rememberPacks(feed);
        console.settings().rememberPacks(folder.resolve("gone"));
        try (CaseSession session = console.open(folder.resolve("a.dupin"), Progress.NONE)) {
            assertThat(session.intel().list()).extracting(Pack::name).containsExactly("feed");
            session.intel().remove(session.intel().list().getFirst(), "tester");
        }
        try (CaseSession session = console.open(folder.resolve("a.dupin"), Progress.NONE)) {
            assertThat(session.intel().list()).as("an old case stays as it is").isEmpty();
        }
        console.settings().forgetPacks(feed);
        var again = new Console(home, Clock.systemUTC(), 1);
        assertThat(again.settings().get().packFolders()).doesNotContain(feed.toString()).hasSize(1);
    }

    @Test
    void settingsOfOlderVersionsAreStillRead() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("settings.json"),
                """
                {"theme":"LIGHT","zone":"UTC","operator":"ann","tourSeen":true,"recentCases":["x"],"width":900,"height":700}\
                """);
        Settings read = new Console(home, Clock.systemUTC(), 1).settings().get();
        assertThat(read.operator()).isEqualTo("ann");
        assertThat(read.packFolders()).isEqualTo(List.of());
    }
}
