package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that an older version has written.
class OlderStoreTest {
    /// More than one page of them.
    private static final int NAMES = 10_001;

    @TempDir private Path folder;

    @Test
    void rowsThatDoNotSayAllAreWrittenAnew() throws Exception {
        migrated("010");
        try (var connection = DriverManager.getConnection(url());
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
    void namesOfARowEachAreKept() throws Exception {
        migrated("013");
        try (var connection = DriverManager.getConnection(url());
                var insert = connection.prepareStatement("INSERT INTO alias (id, own, other) VALUES (?, ?, ?)")) {
            for (int i = 0; i < NAMES; i++) {
                insert.setLong(1, i);
                insert.setString(2, "device:host-" + i);
                insert.setString(3, "device:mde-" + i + "a");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (var store = CaseStore.open(folder)) {
            for (int i = 0; i < NAMES; i++) {
                assertThat(store.aliases().resolve(new EntityKey(EntityKind.DEVICE, "mde-" + i + "a")))
                        .isEqualTo(new EntityKey(EntityKind.DEVICE, "host-" + i));
            }
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatIsLookedFor() {
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

    private String url() {
        return "jdbc:h2:file:" + folder.toAbsolutePath() + "/dupin";
    }

    private void migrated(String to) {
        var source = new JdbcDataSource();
        source.setURL(url());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dupin/store")
                .sqlMigrationPrefix("V")
                .target(to)
                .load()
                .migrate();
    }
}
