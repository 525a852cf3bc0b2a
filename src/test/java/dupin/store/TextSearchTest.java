package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import dupin.store.text.TextIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSearchTest {
    @TempDir Path folder;

    private static final Entity.Process ENCODED =
            new Entity.Process(
                    "ws01",
                    42,
                    Instant.EPOCH,
                    "",
                    "powershell.exe -NoProfile -EncodedCommand SQBFAFgA",
                    Entity.File.of("C:\\Windows\\powershell.exe", "", "ws01"),
                    "ann",
                    0,
                    null,
                    "");

    private static TelemetryEvent event(int row, Entity target) {
        var links = List.of(new EventLink(LinkRole.TARGET, target));
        return new TelemetryEvent(
                EventKind.OTHER, "t", "a", null, links, Map.of(), "", new RowRef(RandomEvents.sha(row), row));
    }

    private static Alert alert(String id, String title, Entity evidence) {
        return AlertDraft.alert(id)
                .title(title)
                .severity(Severity.HIGH)
                .status("")
                .evidence(List.of(Evidence.of(evidence)))
                .made();
    }

    @Test
    void findsEntitiesByWordsBeginningsAndValues() {
        Entity ip = Entity.IpAddress.of("203.0.113.9");
        Entity user = new Entity.User("mallory@contoso.com", "mallory", "CONTOSO", "", "", "Mallory Müller");
        Entity trudy = new Entity.User("trudy@contoso.com", "trudy", "CONTOSO", "", "", "");
        try (var store = CaseStore.open(folder.resolve("store"))) {
            TelemetryTest.load(store, List.of(event(1, ENCODED)));
            store.apply(
                    Position.NONE,
                    new Projection(
                            List.of(),
                            List.of(new RawAlert(alert("a1", "Ransomware in Finance", user), PackedText.of("")))));
            assertThat(store.search("encodedcommand powershell", 10).hits())
                    .extracting(EntityHit::key)
                    .containsExactly(ENCODED.key());
            assertThat(store.search("encoded sqbf", 10).hits())
                    .extracting(EntityHit::key)
                    .containsExactly(ENCODED.key());
            assertThat(store.search("müller", 10).hits()).extracting(EntityHit::key).containsExactly(user.key());
            assertThat(store.search("mallory@CONTOSO", 10).hits())
                    .extracting(EntityHit::label)
                    .containsExactly("mallory@contoso.com");
            assertThat(store.search("nothing like it", 10).hits()).isEmpty();
            assertThat(store.search("*:* OR (", 10).hits()).isEmpty();

            TelemetryTest.load(store, List.of(event(2, ip)));
            store.apply(
                    Position.NONE,
                    new Projection(List.of(), List.of(new RawAlert(alert("a1", "Ransomware", trudy), null))));
            assertThat(store.search("203.0.113.9", 10).hits()).extracting(EntityHit::key).containsExactly(ip.key());
            assertThat(store.search("trudy", 10).hits()).extracting(EntityHit::key).containsExactly(trudy.key());
        }
    }

    @Test
    void aMissingOrDamagedIndexIsMadeAgain() throws IOException {
        Path text = folder.resolve("store").resolve("text");
        try (var store = CaseStore.open(folder.resolve("store"))) {
            TelemetryTest.load(store, List.of(event(1, ENCODED)));
            store.indexText();
        }
        try (var files = Files.list(text)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var store = CaseStore.open(folder.resolve("store"))) {
            assertThat(store.search("powershell", 10).hits()).hasSize(1);
        }
    }

    @Test
    void anAnswerFromAnIndexThatIsBeingMadeSaysThatItIsNotWhole() throws Exception {
        var events =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> event(i, Entity.IpAddress.of("10.1." + i / 250 + "." + i % 250)));
        try (var store = CaseStore.open(folder.resolve("store"));
                var searchers = Executors.newFixedThreadPool(4)) {
            TelemetryTest.load(store, events.toList());
            var start = new CountDownLatch(4);
            Callable<EntityHits> search =
                    () -> {
                        start.countDown();
                        start.await();
                        return store.search("10.1.3.7", 1);
                    };
            for (Future<EntityHits> answer : searchers.invokeAll(Collections.nCopies(4, search))) {
                assertThat(answer.get().whole()).isEqualTo(!answer.get().hits().isEmpty());
            }
            assertThat(store.search("10.1.3.7", 1).whole()).isTrue();
        }
    }

    @Test
    void whoSearchesDoesNotWaitForOneWhoAdds() throws Exception {
        var underWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var index = TextIndex.open(folder.resolve("text"))) {
            index.add(into -> into.accept(new TextIndex.Item("1", "t", "one", "one", "first word")), "1");
            Thread adding =
                    Thread.ofPlatform()
                            .start(() ->
                                    index.add(
                                            into -> {
                                                into.accept(new TextIndex.Item("2", "t", "two", "two", "second word"));
                                                underWay.countDown();
                                                try {
                                                    goOn.await();
                                                } catch (InterruptedException e) {
                                                    throw new IllegalStateException(e);
                                                }
                                            },
                                            "2"));
            underWay.await();
            assertThat(index.mark()).isEqualTo("1");
            assertThat(index.find("t", "word", 10)).extracting(TextIndex.Found::id).containsExactly("1");
            goOn.countDown();
            adding.join();
            assertThat(index.mark()).isEqualTo("2");
            assertThat(index.find("t", "word", 10)).hasSize(2);
        }
    }
}
