package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.CaseState;
import dupin.intake.Content;
import dupin.journal.Journal;
import dupin.store.CaseStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCaseTest {
    @TempDir Path folder;

    /// Else it would miss rows that the journal says were there before it.
    @Test
    void nobodyBeginsToLookWhileTelemetryComesIn() throws Exception {
        try (var journal = Journal.open(folder.resolve("journal.ndjson"));
                var store = CaseStore.open(folder.resolve("store"));
                var others = Executors.newFixedThreadPool(2)) {
            var state = new CaseState(Content.shipped().weights());
            var live = new LiveCase(journal, store, state, new ChangeFeed(), Clock.systemUTC());
            var inside = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var looked = new CountDownLatch(1);
            var loaded =
                    others.submit(() ->
                            live.loading(() -> {
                                inside.countDown();
                                return await(end);
                            }));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            others.execute(() -> live.looking(looked::countDown));

            assertThat(looked.await(100, TimeUnit.MILLISECONDS)).as("the load is not done").isFalse();
            end.countDown();
            assertThat(loaded.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
