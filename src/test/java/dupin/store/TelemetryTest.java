package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

class TelemetryTest {

    @TempDir Path folder;

    private CaseStore store;

    @BeforeEach
    void open() {
        store = CaseStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    static Loaded load(CaseStore store, Collection<TelemetryEvent> events) {
        String sha = events.iterator().next().row().file();
        events.forEach(event -> event.links().forEach(link -> store.aliases().learn(link.entity())));
        try (EventLoader loader = store.loader(sha)) {
            events.forEach(loader::add);
            return loader.commit(LoadProgress.SILENT);
        }
    }

    /// What the store should answer, from lists.
    private final class Naive {
        private final List<TelemetryEvent> all;
        private final Map<EntityKey, List<TelemetryEvent>> byKey = new HashMap<>();

        Naive(List<TelemetryEvent> events) {
            all =
                    events.stream()
                            .sorted(
                                    Comparator.comparing(
                                                    TelemetryEvent::time,
                                                    Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                                            .thenComparing(TelemetryEvent::row))
                            .map(this::canonical)
                            .toList();
            for (TelemetryEvent event : all) {
                event.links().stream()
                        .map(l -> l.entity().key())
                        .distinct()
                        .forEach(k -> byKey.computeIfAbsent(k, _ -> new ArrayList<>()).add(event));
            }
        }

        private TelemetryEvent canonical(TelemetryEvent e) {
            var links =
                    e.links().stream().map(l -> new EventLink(l.role(), store.aliases().resolve(l.entity()))).toList();
            return new TelemetryEvent(
                    e.kind(), e.table(), e.actionType(), e.time(), links, e.attributes(), "", e.row());
        }

        List<TelemetryEvent> events(EventQuery q) {
            EntityKey key = q.entity() == null ? null : store.aliases().resolve(q.entity());
            return (key == null ? all : byKey.getOrDefault(key, List.of()))
                    .stream()
                            .filter(e -> q.kinds().isEmpty() || q.kinds().contains(e.kind()))
                            .filter(e ->
                                    e.time() == null
                                            ? q.from() == null && q.to() == null
                                            : (q.from() == null || !e.time().isBefore(q.from()))
                                                    && (q.to() == null || e.time().isBefore(q.to())))
                            .filter(e ->
                                    key == null
                                            || q.roles().isEmpty()
                                            || e.links().stream()
                                                    .anyMatch(l ->
                                                            q.roles().contains(l.role())
                                                                    && l.entity().key().equals(key)))
                            .limit(q.limit())
                            .toList();
        }

        Sightings sightings(EntityKey any) {
            List<TelemetryEvent> rows = byKey.getOrDefault(store.aliases().resolve(any), List.of());
            var devices =
                    rows.stream()
                            .flatMap(e -> e.device().stream())
                            .map(Entity.Device::key)
                            .collect(Collectors.toCollection(TreeSet::new));
            var times = rows.stream().map(TelemetryEvent::time).filter(Objects::nonNull).toList();
            return rows.isEmpty()
                    ? Sightings.NONE
                    : new Sightings(
                            rows.size(),
                            List.copyOf(devices),
                            times.isEmpty() ? null : times.getFirst(),
                            times.isEmpty() ? null : times.getLast());
        }
    }

    private void assertAnswers(Naive naive, List<TelemetryEvent> events, Random random, int queries) {
        var keys = new LinkedHashSet<EntityKey>();
        events.forEach(e -> e.links().forEach(l -> keys.addAll(l.entity().allKeys())));
        List<EntityKey> list = List.copyOf(keys);
        for (int i = 0; i < queries; i++) {
            EntityKey key = list.get(random.nextInt(list.size()));
            EventQuery query = query(random.nextInt(8) == 0 ? null : key, random, events);
            assertThat(store.events(query)).as("%s", query).isEqualTo(naive.events(query));
            var all = new EventQuery(query.entity(), query.roles(), query.kinds(), query.from(), query.to(), 1 << 20);
            EventsFound found = store.find(all);
            assertThat(found.rows(0, found.size())).as("%s", all).isEqualTo(naive.events(all));
            assertThat(store.sightings(key)).as("%s", key).isEqualTo(naive.sightings(key));
            TelemetryEvent event = events.get(random.nextInt(events.size()));
            assertThat(store.event(event.row())).map(TelemetryEvent::raw).contains(event.raw());
            assertThat(store.row(event.row().text())).contains(event.row());
        }
        for (Telemetry source : Telemetry.values()) {
            assertThat(store.has(source, null))
                    .isEqualTo(naive.all.stream().anyMatch(e -> e.kind().source() == source));
            for (EntityKey device : store.entities(EntityKind.DEVICE, 5)) {
                assertThat(store.has(source, device))
                        .isEqualTo(
                                naive.all.stream()
                                        .anyMatch(e ->
                                                e.kind().source() == source
                                                        && e.device()
                                                                .map(Entity.Device::key)
                                                                .filter(device::equals)
                                                                .isPresent()));
            }
        }
        for (EntityKind kind : EntityKind.values()) {
            assertThat(store.entities(kind, 1_000_000))
                    .isEqualTo(naive.byKey.keySet().stream().filter(k -> k.kind() == kind).sorted().toList());
        }
        assertThat(store.deviceCount())
                .isEqualTo((int) naive.byKey.keySet().stream().filter(k -> k.kind() == EntityKind.DEVICE).count());
    }

    private static EventQuery query(@Nullable EntityKey key, Random random, List<TelemetryEvent> events) {
        Set<LinkRole> roles =
                random.nextInt(3) > 0
                        ? Set.of()
                        : java.util.EnumSet.of(LinkRole.values()[random.nextInt(9)], LinkRole.TARGET);
        Set<EventKind> kinds =
                random.nextBoolean() ? Set.of() : Set.of(events.get(random.nextInt(events.size())).kind());
        return new EventQuery(key, roles, kinds, time(random, events), time(random, events), 1 + random.nextInt(300));
    }

    private static @Nullable Instant time(Random random, List<TelemetryEvent> events) {
        return random.nextInt(3) > 0 ? null : events.get(random.nextInt(events.size())).time();
    }

    @Test
    void answersAsAListWouldOverSeveralFilesWithAliases() {
        var events = new ArrayList<TelemetryEvent>();
        for (int file = 0; file < 4; file++) {
            List<TelemetryEvent> rows =
                    new RandomEvents(file, 7, 12, 30, true).events(RandomEvents.sha(9 - file), 700 + file * 333);
            Loaded loaded = load(store, rows);
            assertThat(loaded.events()).isEqualTo(rows.size());
            assertThat(store.loaded(RandomEvents.sha(9 - file))).contains(loaded);
            events.addAll(rows);
        }
        assertAnswers(new Naive(events), events, new Random(5), 400);
        reopen();
        assertAnswers(new Naive(events), events, new Random(6), 100);
    }

    @Test
    void whatIsLearnedLaterJoinsWhatWasFiledBefore() {
        String sha = RandomEvents.sha(1);
        Entity mde = Entity.Device.ofMdeId("abc");
        Entity named = new Entity.Device("WS01", "", "abc", "", "", "", "", "", "", List.of());
        var both =
                new TelemetryEvent(
                        EventKind.LOGON,
                        "t",
                        "a",
                        Instant.EPOCH,
                        List.of(
                                new EventLink(LinkRole.DEVICE, mde),
                                new EventLink(LinkRole.REMOTE_DEVICE, Entity.Device.named("ws01"))),
                        Map.of(),
                        "",
                        new RowRef(sha, 0));
        var other =
                new TelemetryEvent(
                        EventKind.LOGON,
                        "t",
                        "a",
                        Instant.EPOCH.plusSeconds(1),
                        List.of(new EventLink(LinkRole.DEVICE, mde)),
                        Map.of(),
                        "",
                        new RowRef(sha, 1));
        load(store, List.of(both, other));
        assertThat(store.sightings(named.key()).events()).isEqualTo(1);
        assertThat(store.deviceCount()).isEqualTo(2);
        store.aliases().learn(named);
        assertThat(store.sightings(mde.key()))
                .isEqualTo(new Sightings(2, List.of(named.key()), Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        assertThat(store.events(EventQuery.of(mde.key())))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.device()).map(Entity::key).contains(named.key()));
        assertThat(store.deviceCount()).isEqualTo(1);
        assertThat(store.entity(mde.key())).map(Entity::key).contains(named.key());
        store.apply(Position.NONE, Projection.NONE);
        reopen();
        assertThat(store.sightings(mde.key()).events()).isEqualTo(2);
    }

    @Test
    void aFileIsLoadedOnceAndAnAbandonedLoadLeavesNothing() {
        String sha = RandomEvents.sha(1);
        var random = new RandomEvents(1, 3, 5, 9, false);
        load(store, random.events(RandomEvents.sha(2), 500));
        String before = store.digest();
        var rows = random.events(sha, 3_000);
        try (EventLoader loader = store.loader(sha)) {
            rows.forEach(loader::add);
            assertThatThrownBy(() -> store.loader(RandomEvents.sha(3))).isInstanceOf(IllegalStateException.class);
            assertThat(store.event(rows.getFirst().row())).isEmpty();
        }
        assertThat(store.digest()).isEqualTo(before);
        assertThat(store.loaded(sha)).isEmpty();
        load(store, rows);
        assertThat(store.digest()).isNotEqualTo(before);
        assertThatThrownBy(() -> store.loader(sha)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rowsOutOfOrderAreFoundToo() {
        var rows = new ArrayList<>(new RandomEvents(8, 3, 5, 9, false).events(RandomEvents.sha(1), 300));
        java.util.Collections.shuffle(rows, new Random(1));
        load(store, rows);
        var naive = new Naive(rows);
        for (TelemetryEvent row : rows) {
            assertThat(store.event(row.row())).map(TelemetryEvent::raw).contains(row.raw());
        }
        assertThat(store.events(new EventQuery(null, Set.of(), Set.of(), null, null, 50)))
                .isEqualTo(naive.events(new EventQuery(null, Set.of(), Set.of(), null, null, 50)));
    }

    @Test
    void theDigestIsTheSameAfterBuildingAgain() {
        var first = new RandomEvents(1, 3, 5, 9, true).events(RandomEvents.sha(1), 900);
        var second = new RandomEvents(2, 3, 5, 9, true).events(RandomEvents.sha(2), 400);
        load(store, first);
        load(store, second);
        String digest = store.digest();
        try (var again = CaseStore.open(folder.resolve("again"))) {
            load(again, first);
            load(again, second);
            assertThat(again.digest()).isEqualTo(digest);
        }
        try (var otherOrder = CaseStore.open(folder.resolve("order"))) {
            load(otherOrder, second);
            load(otherOrder, first);
            assertThat(otherOrder.digest()).isEqualTo(digest);
        }
    }

    @Test
    void anEntityIsShownWithItsFullestAttributes() {
        String sha = RandomEvents.sha(1);
        String hash = "a".repeat(64);
        var bare = new Entity.File("x.exe", "C:\\Temp", hash, "", "", 0, "", "", "", "ws1");
        var signed = new Entity.File("x.exe", "", hash, "", "", 7, "Contoso", "", "", "");
        var events = new ArrayList<TelemetryEvent>();
        for (Entity file : List.of(bare, signed)) {
            events.add(
                    new TelemetryEvent(
                            EventKind.FILE_CREATED,
                            "t",
                            "a",
                            null,
                            List.of(new EventLink(LinkRole.TARGET, file)),
                            Map.of(),
                            "",
                            new RowRef(sha, events.size())));
        }
        load(store, events);
        assertThat(store.entity(bare.key()))
                .contains(new Entity.File("x.exe", "C:\\Temp", hash, "", "", 7, "Contoso", "", "", "ws1"));
        assertThat(store.events(EventQuery.of(bare.key())))
                .extracting(e -> e.target().orElseThrow())
                .containsExactly(bare, signed);
        assertThat(store.entity(new EntityKey(EntityKind.FILE, "sha256-0"))).isEmpty();
    }

    @Test
    void readersSeeFinishedLoadsOnlyWhileOthersWrite() throws Exception {
        var first = new RandomEvents(1, 3, 5, 9, false).events(RandomEvents.sha(1), 400);
        var second = new RandomEvents(2, 3, 5, 9, false).events(RandomEvents.sha(2), 4_000);
        load(store, first);
        second.forEach(event -> event.links().forEach(link -> store.aliases().learn(link.entity())));
        EntityKey device = Entity.Device.named("ws1").key();
        Sightings before = store.sightings(device);
        var rows = new EventQuery(device, Set.of(), Set.of(), null, null, 10_000);
        var loading = new AtomicBoolean(true);
        var wrong = new ConcurrentLinkedQueue<Object>();
        var readers = new ArrayList<Thread>();
        EventLoader loader = store.loader(RandomEvents.sha(2));
        for (int i = 0; i < 4; i++) {
            readers.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (loading.get()) {
                                    try {
                                        if (!store.sightings(device).equals(before)
                                                || store.events(rows).size() != before.events()) {
                                            wrong.add("an unfinished load was seen");
                                        }
                                    } catch (RuntimeException e) {
                                        wrong.add(e);
                                    }
                                }
                            }));
        }
        for (int i = 0; i < second.size(); i++) {
            loader.add(second.get(i));
            if (i % 500 == 0) {
                store.apply(new Position(i, "a".repeat(64)), Projection.NONE);
            }
        }
        loading.set(false);
        for (Thread reader : readers) {
            reader.join();
        }
        var _ = loader.commit(LoadProgress.SILENT);
        loader.close();
        assertThat(wrong).isEmpty();
        assertThat(store.sightings(device).events()).isGreaterThan(before.events());
        assertThat(store.events(rows)).hasSize((int) store.sightings(device).events());
    }

    @Test
    void rowsOfAnyLengthComeBack() {
        String sha = RandomEvents.sha(1);
        var random = new Random(3);
        var events = new ArrayList<TelemetryEvent>();
        for (int i = 0; i < 5; i++) {
            var text = new StringBuilder();
            random.ints(400_000, 32, 55_000).forEach(c -> text.append((char) c));
            events.add(
                    new TelemetryEvent(
                            EventKind.SCRIPT,
                            "t".repeat(300),
                            "a",
                            Instant.EPOCH,
                            List.of(new EventLink(LinkRole.DEVICE, Entity.Device.named("ws"))),
                            Map.of("ScriptBlock", text.toString()),
                            text.reverse().toString(),
                            new RowRef(sha, i)));
        }
        load(store, events);
        for (TelemetryEvent event : events) {
            assertThat(store.event(event.row())).contains(event);
        }
    }
}
