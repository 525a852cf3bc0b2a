package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Progress;
import dupin.service.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names are read beside the fold of the journal; what cannot be read there must not be believed either.
class DamagedNamesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T08:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void aStoreWhoseNamesCannotBeReadIsBuiltAnew() throws InterruptedException {
        Path path = folder.resolve("case.dupin");
        String verdicts;
        long names;
        try (CaseSession session = open(path)) {
            Sample sample =
                    Sample.all(Path.of("assets/samples")).stream()
                            .filter(s -> s.id().equals("ransomware"))
                            .findFirst()
                            .orElseThrow();
            session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "tester", Progress.NONE);
            session.awaitIdle();
            verdicts = session.desk().verdictDigest();
        }
        try (Database database = Database.open(path.resolve("store"))) {
            names = count(database, "SELECT SUM(pairs) FROM alias_block");
            database.write(handle -> handle.execute("UPDATE alias_block SET data = SUBSTRING(data FROM 1 FOR 3)"));
        }
        assertThat(names).isPositive();

        try (CaseSession session = open(path)) {
            session.awaitIdle();
            assertThat(session.desk().verdictDigest()).isEqualTo(verdicts);
        }
        try (Database database = Database.open(path.resolve("store"))) {
            assertThat(count(database, "SELECT SUM(pairs) FROM alias_block WHERE LENGTH(data) > 3")).isEqualTo(names);
        }
    }

    private static long count(Database database, String query) {
        return database.read(handle -> handle.select(query).mapTo(long.class).one());
    }

    private static CaseSession open(Path path) {
        return new Cases(CLOCK, 1).open(path, Progress.NONE);
    }
}
