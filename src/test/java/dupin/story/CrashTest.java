package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.Cases;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class CrashTest {
    private static final String SAMPLE = "business-email-compromise";
    private static final int KILLS = 10;
    private static final long SEED = 20261121;

    @TempDir Path folder;

    @Test
    void tenKillsLoseNothingAndActTwiceOnNothing() throws Exception {
        Path path = folder.resolve("case.dupin");
        var random = new Random(SEED);
        long known = -1;
        int killed = 0;
        for (int round = 0; round < 3 * KILLS && killed < KILLS; round++) {
            Run run = work(path, killAfter(random, killed));
            known = Math.max(known, run.lastSeq);
            killed += run.killed ? 1 : 0;
            Cases.JournalState journal = Cases.checkJournal(path);
            assertThat(journal.whole()).as("seed %d, round %d: %s", SEED, round, journal.reason()).isTrue();
            assertThat(journal.entries()).as("seed %d, round %d", SEED, round).isGreaterThan(known);
            if (!run.killed) {
                path = fresh(path, round);
                known = -1;
            }
        }
        assertThat(killed).isEqualTo(KILLS);

        work(path, Long.MAX_VALUE);
        assertNothingTwice(path);
        try (CaseSession session = Story.open(path, 1)) {
            session.awaitIdle();
            List<RemediationAction> actions = session.desk().actions();
            assertThat(actions)
                    .isNotEmpty()
                    .noneMatch(a -> a.state() == ActionState.QUEUED || a.state() == ActionState.RUNNING);
            assertThat(session.desk().verdictDigest()).isEqualTo(undisturbed());
        }
    }

    /// The kill comes anywhere from the first import to the last action: counted in commits, so on any machine.
    private static long killAfter(Random random, int killed) {
        return killed % 2 == 0 ? 1 + random.nextInt(6) : 1 + random.nextInt(60);
    }

    private Path fresh(Path finished, int round) throws IOException {
        assertNothingTwice(finished);
        return folder.resolve("case-" + round + ".dupin");
    }

    private String undisturbed() throws InterruptedException {
        try (CaseSession session = Story.open(folder.resolve("undisturbed.dupin"), 1)) {
            Story.named(SAMPLE).investigate(session);
            return session.desk().verdictDigest();
        }
    }

    /// The estate's own ledger holds each action's effect once at most.
    private static void assertNothingTwice(Path path) throws IOException {
        var seen = new ArrayList<String>();
        for (String line : Files.readAllLines(path.resolve("store/estate.ndjson"))) {
            JsonNode effect = JsonMapper.shared().readTree(line);
            seen.add(effect.path("action").asString() + " " + effect.path("effect").asString());
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    private record Run(long lastSeq, boolean killed) {}

    private static Run work(Path path, long commits) throws Exception {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashChild.class.getName(),
                                path.toString(),
                                SAMPLE)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long last = -1;
        long count = 0;
        boolean done = false;
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("seq ")) {
                    last = Long.parseLong(line.substring(4));
                    if (++count >= commits) {
                        // By its handle: the process object would close the pipe that is still read.
                        child.toHandle().destroyForcibly();
                    }
                } else if (line.equals("done")) {
                    done = true;
                }
            }
        }
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(last, !done);
    }
}
