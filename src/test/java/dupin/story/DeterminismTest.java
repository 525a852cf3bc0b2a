package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"phishing-to-lateral-movement", "business-email-compromise"})
    void oneAndFourWorkersGiveTheSameVerdicts(String id) throws InterruptedException {
        String alone = digest(id, "one.dupin", 1);
        String together = digest(id, "four.dupin", 4);

        assertThat(together).isEqualTo(alone).hasSize(64);
    }

    private String digest(String id, String name, int workers) throws InterruptedException {
        try (CaseSession session = Story.open(folder.resolve(name), workers)) {
            Story.named(id).investigate(session);
            assertThat(session.desk().verdicts()).isNotEmpty();
            return session.desk().verdictDigest();
        }
    }

    @Test
    void deletedStoreComesBackTheSame() throws InterruptedException {
        Path path = folder.resolve("case.dupin");
        String verdicts = digest("business-email-compromise", "case.dupin", 2);
        var cases = new Cases(Clock.fixed(Story.NOW, ZoneOffset.UTC), 1);
        String before = cases.rebuild(path, Progress.NONE);

        String after = cases.rebuild(path, Progress.NONE);

        assertThat(after).isEqualTo(before);
        try (CaseSession session = Story.open(path, 1)) {
            assertThat(session.desk().verdictDigest()).isEqualTo(verdicts);
        }
    }

    @Test
    void theSameFilesTwiceAddNothing() throws InterruptedException {
        Story story = Story.named("business-email-compromise");
        try (CaseSession session = Story.open(folder.resolve("case.dupin"), 2)) {
            story.investigate(session);
            var before = session.desk().status();
            var receipts =
                    session.imports()
                            .commit(
                                    session.imports().plan(story.sample().files(), Progress.NONE),
                                    "tester",
                                    Progress.NONE);
            session.awaitIdle();

            assertThat(receipts).isNotEmpty().allMatch(r -> r.alerts() == 0 && r.events() == 0);
            assertThat(session.desk().status()).isEqualTo(before);
        }
    }
}
