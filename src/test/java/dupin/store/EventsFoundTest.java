package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EventKind;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsFoundTest {
    private static final EventQuery ALL = query(Set.of());

    @TempDir private Path folder;
    private CaseStore store;
    private final List<TelemetryEvent> events = new ArrayList<>();

    /// Three files of rows at the same times, some without one, in more parts than one of each kind.
    @BeforeEach
    void load() {
        store = CaseStore.open(folder.resolve("store"));
        for (int file = 0; file < 3; file++) {
            var rows = new RandomEvents(file, 7, 12, 30, true).events(RandomEvents.sha(5 - file), 2_500);
            var unused = TelemetryTest.load(store, rows);
            events.addAll(rows);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static EventQuery query(Set<EventKind> kinds) {
        return new EventQuery(null, Set.of(), kinds, null, null, Integer.MAX_VALUE);
    }

    @Test
    void bothEndsAreAsIfAllHadBeenFound() {
        for (Set<EventKind> kinds :
                List.of(
                        Set.<EventKind>of(),
                        Set.of(EventKind.LOGON),
                        Set.of(EventKind.FILE_CREATED, EventKind.PROCESS_CREATED))) {
            EventsFound whole = store.find(query(kinds));
            List<TelemetryEvent> all = whole.rows(0, whole.size());
            assertThat(all)
                    .hasSize((int) events.stream().filter(e -> kinds.isEmpty() || kinds.contains(e.kind())).count());
            EventsFound ends = store.find(query(kinds));
            int size = ends.size();
            assertThat(ends.rows(size - 300, size)).as("last").isEqualTo(all.subList(size - 300, size));
            assertThat(ends.rows(10, 310)).as("first").isEqualTo(all.subList(10, 310));
            int before = Math.max(0, size - 1_024);
            assertThat(ends.rows(before, before + 24)).isEqualTo(all.subList(before, before + 24));
        }
    }

    @Test
    void aStretchBetweenTheEndsAndAcrossThemIsReadToo() {
        EventsFound whole = store.find(ALL);
        List<TelemetryEvent> all = whole.rows(0, whole.size());
        for (int from : List.of(1_000, 1_024, 3_000, all.size() - 1_100)) {
            assertThat(store.find(ALL).rows(from, from + 100))
                    .as("from %d", from)
                    .isEqualTo(all.subList(from, from + 100));
        }
    }

    @Test
    void rowsAreFoundAgainByWhereTheyStandInTheirFile() {
        EventsFound found = store.find(ALL);
        List<TelemetryEvent> all = found.rows(0, found.size());
        assertThat(found.places(List.of(all.get(2_000).row(), all.get(7).row(), new RowRef("0".repeat(64), 3))))
                .containsExactly(7, 2_000);
        assertThat(found.places(List.of())).isEmpty();
    }

    @Test
    void whatIsLoadedLaterIsNotAmongThem() {
        EventsFound found = store.find(ALL);
        int size = found.size();
        var later = new RandomEvents(9, 3, 5, 9, false).events(RandomEvents.sha(9), 500);
        try (EventLoader loader = store.loader(RandomEvents.sha(9))) {
            later.forEach(loader::add);
            assertThat(store.find(ALL).size()).as("a load that is under way").isEqualTo(size);
            var unused = loader.commit(LoadProgress.SILENT);
        }
        assertThat(found.rows(0, size)).hasSize(size).noneMatch(e -> e.row().file().equals(RandomEvents.sha(9)));
        assertThat(found.rows(size - 10, size)).noneMatch(e -> e.row().file().equals(RandomEvents.sha(9)));
        assertThat(store.find(ALL).size()).isEqualTo(size + 500);
    }

    @Test
    void aTimeBetweenTwoTicksKeepsOutWhatWasBeforeIt() {
        Instant time = events.stream().map(TelemetryEvent::time).filter(t -> t != null).sorted().toList().get(3_000);
        var after = new EventQuery(null, Set.of(), Set.of(), time.plusNanos(1), null, Integer.MAX_VALUE);
        EventsFound found = store.find(after);
        assertThat(found.rows(0, 1).getFirst().time()).isAfter(time);
        var until = new EventQuery(null, Set.of(), Set.of(), null, time.plusNanos(1), Integer.MAX_VALUE);
        EventsFound before = store.find(until);
        assertThat(before.rows(before.size() - 1, before.size()).getFirst().time()).isEqualTo(time);
        long timed = events.stream().filter(e -> e.time() != null).count();
        assertThat(found.size() + before.size()).isEqualTo((int) timed);
    }
}
