package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that an older version has written.
class OlderStoreTest {
    @TempDir private Path folder;

    @Test
    void rowsThatDoNotSayAllAreWrittenAnew() throws Exception {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath() + "/dupin";
        var source = new JdbcDataSource();
        source.setURL(url);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dupin/store")
                .sqlMigrationPrefix("V")
                .target("010")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO incident SELECT 'I', 'story', 1, 0, 0, 0, '', 1, 1, 1, 0, '', '', 0, 0, 0, '', '', '', ''");
            statement.execute("UPDATE applied SET seq = 17, head = REPEAT('a', 64), incidents = 1");
        }
        try (var store = CaseStore.open(folder)) {
            assertThat(store.incidentCount()).isZero();
            assertThat(store.position().seq()).isEqualTo(-1);
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatIsLookedFor() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dupin/store"))) {
            String newest =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("V"))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            assertThat(newest).startsWith("V" + Database.SCHEMA + "__");
        }
        try (var store = CaseStore.open(folder)) {
            assertThat(store.incidentCount()).isZero();
        }
        try (Database database = Database.open(folder)) {
            String last =
                    database.read(handle ->
                            handle.select("SELECT MAX(\"version\") FROM \"flyway_schema_history\" WHERE \"success\"")
                                    .mapTo(String.class)
                                    .one());
            assertThat(last).isEqualTo(Database.SCHEMA);
        }
    }
}
