package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.engine.CaseState;
import dupin.engine.hunt.HuntReading;
import dupin.engine.hunt.HuntSubject;
import dupin.intake.Content;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntSyntaxException;
import dupin.store.CaseStore;
import dupin.store.EventLoader;
import dupin.store.LoadProgress;
import dupin.store.RandomEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuntingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private static final List<HuntField> TEXTS =
            List.of(
                    HuntField.COMMAND_LINE,
                    HuntField.PARENT_COMMAND_LINE,
                    HuntField.PROCESS,
                    HuntField.PARENT,
                    HuntField.PATH,
                    HuntField.PROCESS_PATH,
                    HuntField.REGISTRY_KEY,
                    HuntField.REGISTRY_VALUE,
                    HuntField.REGISTRY_DATA);

    private interface Trial {
        void with(Hunting hunting, List<TelemetryEvent> events);
    }

    private void on(int rows, boolean odd, Trial test) {
        try (CaseStore store = CaseStore.open(folder.resolve("store"))) {
            String sha = "5e".repeat(32);
            List<TelemetryEvent> events = new RandomEvents(3, 40, 300, 30, odd).events(sha, rows);
            events.forEach(event -> event.links().forEach(link -> store.aliases().learn(link.entity())));
            try (EventLoader loader = store.loader(sha)) {
                events.forEach(loader::add);
                loader.commit(LoadProgress.SILENT);
            }
            var state = new CaseState(Content.shipped().weights());
            var reads =
                    new CaseReads() {
                        @Override
                        public <T> T read(Function<CaseState, T> reader) {
                            return reader.apply(state);
                        }

                        @Override
                        public CaseStore store() {
                            return store;
                        }

                        @Override
                        public long entries() {
                            return 0;
                        }
                    };
            test.with(new Hunting(reads, CLOCK), events);
        }
    }

    @Test
    void narrowingInTheStoreFindsTheSameRows() {
        on(
                4_000,
                true,
                (hunting, events) -> {
                    var random = new Random(11);
                    int found = 0;
                    for (int i = 0; i < 240; i++) {
                        String query = query(random, events);
                        Hunt narrow = hunting.run(query, Progress.NONE, true);
                        Hunt wide = hunting.run(query, Progress.NONE, false);
                        assertThat(narrow.rows()).as(query).isEqualTo(wide.rows());
                        assertThat(narrow.all().rows(0, narrow.all().size())).as(query).isEqualTo(wide.rows());
                        if (wide.more()) {
                            assertThat(narrow.matched()).as(query).isGreaterThanOrEqualTo(wide.matched());
                        } else {
                            assertThat(narrow.matched()).as(query).isEqualTo(wide.matched());
                        }
                        assertThat(narrow.looked()).as(query).isLessThanOrEqualTo(wide.looked());
                        if (narrow.looked() == wide.looked()) {
                            assertThat(wide.unknown()).as(query).containsAll(narrow.unknown());
                        }
                        found += narrow.rows().isEmpty() ? 0 : 1;
                    }
                    assertThat(found).as("queries that found something").isGreaterThan(60);
                });
    }

    @Test
    void namesThatNoRowHasAreToldThoughRowsWerePassedOver() {
        on(
                4_000,
                true,
                (hunting, _) -> {
                    Hunt nowhere = hunting.run("events where Nobody = \"some text\"", Progress.NONE);
                    assertThat(nowhere.unknown()).containsExactly("Nobody");
                    assertThat(nowhere.looked()).isEqualTo(4_000);
                    Hunt here = hunting.run("events where reportid = \"no such report\"", Progress.NONE);
                    assertThat(here.rows()).isEmpty();
                    assertThat(here.unknown()).as("rows that were passed over have it").isEmpty();
                });
    }

    private static String query(Random random, List<TelemetryEvent> events) {
        TelemetryEvent event = events.get(random.nextInt(events.size()));
        var parts = new ArrayList<String>();
        EventLink link = event.links().get(random.nextInt(event.links().size()));
        if (random.nextInt(3) > 0) {
            parts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> "device = \"ws" + random.nextInt(40) + ".contoso.com\"";
                        case 1 -> "ip = 10.1." + random.nextInt(40) + "." + random.nextInt(50);
                        case 2 -> "url = \"https://SITE" + random.nextInt(300) + ".example/a\"";
                        default -> "entity = \"" + link.entity().key() + "\"";
                    });
        }
        Instant time = event.time();
        if (time != null && random.nextBoolean()) {
            parts.add("time " + List.of(">", ">=", "<", "<=", "=", "!=").get(random.nextInt(6)) + " " + time);
        }
        if (random.nextInt(3) == 0) {
            parts.add("kind in (processCreated, fileCreated)");
        }
        if (random.nextInt(3) == 0) {
            parts.add("not user contains 1");
        }
        if (random.nextInt(3) == 0) {
            text(random, event).ifPresent(parts::add);
        }
        if (random.nextInt(3) == 0) {
            parts.add(attribute(random, event));
        }
        String source = List.of("events", "process", "network", "registry", "file").get(random.nextInt(5));
        String joined = String.join(random.nextInt(5) == 0 ? " or " : " and ", parts);
        return source
                + (joined.isEmpty() ? "" : " where " + joined)
                + (random.nextBoolean() ? " | sort time desc" : "")
                + " | take "
                + (1 + random.nextInt(300));
    }

    /// A value that the row has of its own, or the end of it.
    private static String attribute(Random random, TelemetryEvent event) {
        var own = new ArrayList<>(event.attributes().entrySet());
        if (own.isEmpty()) {
            return "ReportId = \"none\"";
        }
        Map.Entry<String, String> one = own.get(random.nextInt(own.size()));
        String value = one.getValue();
        String name = "[" + (random.nextBoolean() ? one.getKey() : one.getKey().toUpperCase(Locale.ROOT)) + "]";
        return value.matches("\\d{1,9}") && random.nextBoolean()
                ? name + " = " + value
                : name + " endswith \"" + value.substring(value.length() / 2).replace("\"", "\"\"") + "\"";
    }

    /// A piece of a value that the row has, in letters of another case.
    private static Optional<String> text(Random random, TelemetryEvent event) {
        var fields = new ArrayList<>(TEXTS);
        Collections.shuffle(fields, random);
        HuntSubject row = HuntSubject.of(event);
        for (HuntField field : fields) {
            for (String value : HuntReading.values(row, field)) {
                int from = random.nextInt(value.length());
                int to = from + 1 + random.nextInt(value.length() - from);
                String piece = value.substring(from, to).replace("\"", "\"\"");
                String cased = random.nextBoolean() ? piece.toUpperCase(Locale.ROOT) : piece;
                boolean whole = from == 0 && to == value.length();
                String operator =
                        whole ? "=" : from == 0 ? "startswith" : to == value.length() ? "endswith" : "contains";
                return Optional.of(field.word() + " " + operator + " \"" + cased + "\"");
            }
        }
        return Optional.empty();
    }

    @Tag("slow")
    @Test
    void aHundredThousandRowsAnswer() {
        on(
                100_000,
                false,
                (hunting, events) -> {
                    Hunt all = hunting.run("events where ReportId > 199990 | sort ReportId desc", Progress.NONE);
                    assertThat(all.rows()).extracting(row -> row.attributes().get("ReportId")).startsWith("199998");
                    assertThat(all.matched()).isEqualTo(4);
                    assertThat(all.looked()).isEqualTo(100_000);
                    assertThat(all.more()).isFalse();

                    Hunt one = hunting.run("events where device = ws7 | sort time desc | take 50", Progress.NONE);
                    long there =
                            events.stream()
                                    .flatMap(event -> event.links().stream())
                                    .filter(link -> link.role() == LinkRole.DEVICE)
                                    .filter(link -> link.entity().key().value().equals("ws7"))
                                    .count();
                    assertThat(one.looked()).isEqualTo(there);
                    assertThat(one.rows()).hasSize(50).allMatch(row -> row.value(HuntField.DEVICE).equals("ws7"));
                    assertThat(one.matched()).isEqualTo(there);

                    Hunt first = hunting.run("events where device != ws7 and Nobody != x", Progress.NONE);
                    assertThat(first.rows()).hasSize(1_000);
                    assertThat(first.more()).as("it ends early and says so").isTrue();
                    assertThat(first.looked()).isLessThan(5_000);
                    assertThat(first.unknown()).containsExactly("Nobody");

                    Hunt entities = hunting.run("entities where kind = device and name = ws7", Progress.NONE);
                    assertThat(entities.rows()).hasSize(1);
                    assertThat(hunting.attributes()).contains("ReportId");
                    assertThatThrownBy(() ->
                                    hunting.run(
                                            "events where user = nobody",
                                            new Progress() {
                                                @Override
                                                public void report(String what, long done, long total) {}

                                                @Override
                                                public boolean cancelled() {
                                                    return true;
                                                }
                                            }))
                            .isInstanceOf(CancellationException.class);
                    assertThatThrownBy(() -> hunting.run("events where", Progress.NONE))
                            .isInstanceOf(HuntSyntaxException.class);
                });
    }

    @Test
    void theShelfKeepsTwentyQueriesAndThoseWithAName() {
        var shelf = new HuntShelf(folder.resolve("hunts.json"));
        for (int i = 0; i < 30; i++) {
            shelf.asked("events | take " + (1 + i % 25));
        }
        shelf.save("b", "one");
        shelf.save("A", "two");
        shelf.save("B", "three");
        var again = new HuntShelf(folder.resolve("hunts.json")).content();
        assertThat(again.asked()).hasSize(20).startsWith("events | take 5", "events | take 4").doesNotHaveDuplicates();
        assertThat(again.saved()).containsExactly(new HuntShelf.Saved("A", "two"), new HuntShelf.Saved("B", "three"));
        shelf.delete("A");
        assertThat(new HuntShelf(folder.resolve("hunts.json")).content().saved()).hasSize(1);
    }
}
