package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.TelemetryEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCrashTest {
    private static final int FIRST = 300;

    @TempDir Path folder;

    private static List<TelemetryEvent> file(int number, int rows) {
        return new RandomEvents(number, 5, 20, 40, true).events(RandomEvents.sha(number), rows);
    }

    private static Projection incidents(int round) {
        var random = new Random(round);
        return new Projection(
                List.of(
                        IncidentRowsTest.incident("1", "Round " + round, random),
                        IncidentRowsTest.incident("r" + round, "x", random)),
                List.of());
    }

    private static Position position(int round) {
        return new Position(round, "%064d".formatted(round));
    }

    /// Applies rounds and loads files until it is killed; says what was acknowledged.
    public static final class Child {
        public static void main(String[] args) {
            try (var store = CaseStore.open(Path.of(args[0]))) {
                int from = (int) store.position().seq() + 1;
                for (int round = from; ; round++) {
                    store.apply(position(round), incidents(round));
                    System.out.println("applied " + round);
                    if (round % 20 == 10) {
                        TelemetryTest.load(store, file(1_000 + round, 2_000));
                        System.out.println("loaded " + (1_000 + round));
                    }
                }
            }
        }
    }

    /// Killed at any moment, the store opens with all that was acknowledged, rows and position from one moment, and
    /// nothing of an unfinished load.
    @Test
    @Tag("slow")
    void aKilledProcessLeavesAWholeStore() throws Exception {
        Path place = folder.resolve("store");
        var random = new Random(3);
        try (var store = CaseStore.open(place)) {
            TelemetryTest.load(store, file(1, FIRST));
        }
        for (int kill = 0; kill < 6; kill++) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            Process child =
                    new ProcessBuilder(
                                    java.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Child.class.getName(),
                                    place.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            int applied = -1;
            String loaded = "";
            int lines = 5 + random.nextInt(60);
            try (var said = child.inputReader(StandardCharsets.UTF_8)) {
                for (int i = 0; i < lines; i++) {
                    String line = said.readLine();
                    assertThat(line).as("the child died by itself").isNotNull();
                    if (line.startsWith("applied ")) {
                        applied = Integer.parseInt(line.substring(8));
                    } else {
                        loaded = line.substring(7);
                    }
                }
                Thread.sleep(random.nextInt(40));
                child.destroyForcibly().waitFor();
            }
            try (var store = CaseStore.open(place)) {
                int at = (int) store.position().seq();
                assertThat(at).isGreaterThanOrEqualTo(applied);
                assertThat(store.position()).isEqualTo(position(at));
                assertThat(allIds(store.incidents(IncidentFilter.ALL, IncidentSort.NAME, true))).hasSize(at + 2);
                assertThat(allIds(store.incidents(IncidentFilter.text("round " + at), IncidentSort.ID, true)))
                        .containsExactly("1");
                if (!loaded.isEmpty()) {
                    int number = Integer.parseInt(loaded);
                    assertThat(store.loaded(RandomEvents.sha(number))).map(Loaded::events).contains(2_000L);
                }
                assertSameAsBuiltAnew(store, at, kill);
            }
        }
    }

    private void assertSameAsBuiltAnew(CaseStore store, int at, int kill) {
        try (var again = CaseStore.open(folder.resolve("again" + kill))) {
            TelemetryTest.load(again, file(1, FIRST));
            for (int round = 0; round <= at; round++) {
                again.apply(position(round), incidents(round));
                int number = 1_000 + round;
                if (store.loaded(RandomEvents.sha(number)).isPresent()) {
                    TelemetryTest.load(again, file(number, 2_000));
                }
            }
            assertThat(again.digest()).isEqualTo(store.digest());
        }
    }

    private static java.util.List<String> allIds(Found found) {
        return found.ids(0, found.size());
    }

    @Test
    void aClosedStoreLetsGoOfItsFile() throws IOException {
        Path place = folder.resolve("store");
        try (var store = CaseStore.open(place)) {
            store.apply(position(1), incidents(1));
            assertThat(allIds(store.incidents(IncidentFilter.ALL, IncidentSort.ID, true))).hasSize(2);
        }
        try (var channel = FileChannel.open(place.resolve("dupin.mv.db"), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void aDamagedStoreSaysSo() throws IOException {
        Path place = folder.resolve("store");
        try (var store = CaseStore.open(place)) {
            store.apply(position(1), incidents(1));
            TelemetryTest.load(store, file(1, FIRST));
        }
        Path file = place.resolve("dupin.mv.db");
        byte[] whole = Files.readAllBytes(file);
        byte[] noise = new byte[whole.length];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
        assertThatThrownBy(() -> CaseStore.open(place))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store");
        Files.write(file, whole, StandardOpenOption.TRUNCATE_EXISTING);
        try (var store = CaseStore.open(place)) {
            assertThat(store.position()).isEqualTo(position(1));
        }
    }

    @Test
    void rowsThatAreMissingAreNoticedOnOpening() {
        Path place = folder.resolve("store");
        try (var store = CaseStore.open(place)) {
            store.apply(position(1), incidents(1));
        }
        try (var database = Database.open(place)) {
            database.write(handle -> handle.execute("DELETE FROM incident WHERE id = '1'"));
        }
        assertThatThrownBy(() -> CaseStore.open(place))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("1 rows of incident");
    }
}
