package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
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
}
