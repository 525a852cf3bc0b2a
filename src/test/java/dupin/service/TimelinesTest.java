package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Incident;
import dupin.model.TelemetryEvent;
import dupin.store.EventQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Timelines and pages of devices and users over the first sample case.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelinesTest {
    private static final Set<Timeline.Clock> ALL = EnumSet.allOf(Timeline.Clock.class);

    private CaseSession session;
    private Incident incident;

    @BeforeAll
    void open(@TempDir Path data) throws InterruptedException {
        var console = new Console(data, Clock.systemUTC(), 2);
        session = console.open(data.resolve("time.dupin"), Progress.NONE);
        Sample sample = Sample.all(Path.of("assets").toAbsolutePath().resolve("samples")).getFirst();
        session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "analyst", Progress.NONE);
        session.awaitIdle();
        incident = session.desk().incidents(IncidentQuery.ALL).getFirst();
    }

    @AfterAll
    void close() {
        session.close();
    }

    private Timeline ofIncident() {
        return session.timelines().of(new Timeline.Subject.OfIncident(incident.id())).orElseThrow();
    }

    private EntityKey device() {
        return session.desk().incident(incident.id()).orElseThrow().devices().getFirst().device().key();
    }

    private static Instant first(Timeline timeline) {
        return timeline.first(ALL).orElseThrow();
    }

    private static Instant end(Timeline timeline) {
        return timeline.last(ALL).orElseThrow().plusMillis(1);
    }

    private TimelineCounts counts(Timeline timeline, int buckets) {
        return session.timelines().counts(timeline, first(timeline), end(timeline), buckets, Progress.NONE);
    }

    @Test
    void aLaneCountsExactlyTheRowsOfItsEntity() {
        Timeline timeline = ofIncident();
        TimelineCounts counts = counts(timeline, 37);
        for (int i = 0; i < timeline.lanes().size(); i++) {
            Timeline.Lane lane = timeline.lanes().get(i);
            assertThat(Arrays.stream(counts.lanes()[i]).sum()).as(lane.label()).isEqualTo((int) lane.rows());
        }
    }

    @Test
    void theWholeCountsEachRowOnceAndEqualsWhatIsListed() {
        Timeline timeline = ofIncident();
        TimelineRows listed =
                session.timelines()
                        .rows(
                                timeline,
                                null,
                                Set.of(Timeline.Clock.EVENT),
                                first(timeline),
                                end(timeline),
                                Progress.NONE);
        long rows = rows(listed).stream().filter(row -> row.row() != null).count();
        assertThat(rows).isPositive().isEqualTo(counts(timeline, 50).total());
        assertThat(rows(listed)).extracting(TimelineRow::id).doesNotHaveDuplicates();
        assertThat(rows(listed)).extracting(TimelineRow::time).isSorted();
    }

    private static List<TimelineRow> rows(TimelineRows listed) {
        return listed.rows(0, listed.size()).stream().map(Objects::requireNonNull).toList();
    }

    @Test
    void rowsAreReadInStretchesAndFoundByTimeAndId() {
        Timeline timeline = ofIncident();
        TimelineRows listed =
                session.timelines().rows(timeline, null, ALL, first(timeline), end(timeline), Progress.NONE);
        List<TimelineRow> all = rows(listed);
        assertThat(all).hasSizeGreaterThan(100).anyMatch(row -> row.row() == null).anyMatch(row -> row.row() != null);
        for (int from = 0; from < all.size(); from += 70) {
            int to = Math.min(all.size(), from + 70);
            assertThat(listed.rows(from, to)).isEqualTo(all.subList(from, to));
        }
        int mark = IntStream.range(0, all.size()).filter(i -> all.get(i).row() == null).findFirst().orElseThrow();
        int event =
                IntStream.range(0, all.size()).filter(i -> all.get(i).row() != null).skip(20).findFirst().orElseThrow();
        assertThat(listed.places(List.of(all.get(mark).id(), all.get(event).id(), "nothing", "ab:1")))
                .containsExactlyInAnyOrder(mark, event);
        for (int i = 0; i < all.size(); i += 9) {
            Instant time = Objects.requireNonNull(all.get(i).time());
            int place = listed.placeOf(time);
            assertThat(place).isLessThanOrEqualTo(i);
            assertThat(all.get(place).time()).isEqualTo(time);
        }
        assertThat(listed.placeOf(Instant.MAX)).isEqualTo(all.size());
        assertThat(TimelineRows.of(all).placeOf(Objects.requireNonNull(all.get(30).time())))
                .isEqualTo(listed.placeOf(Objects.requireNonNull(all.get(30).time())));
    }

    @Test
    void theFourClocksAreKeptApart() {
        Timeline timeline = ofIncident();
        var seen = new HashSet<Timeline.Clock>();
        timeline.marks().forEach(mark -> seen.add(mark.clock()));
        assertThat(seen).contains(Timeline.Clock.EVENT, Timeline.Clock.DETECTION, Timeline.Clock.INGEST);
        var listed = session.timelines().rows(timeline, null, ALL, first(timeline), end(timeline), Progress.NONE);
        assertThat(rows(listed))
                .filteredOn(row -> row.row() != null)
                .isNotEmpty()
                .allMatch(row -> row.event() != null && row.ingest() != null && row.detection() == null);
        assertThat(rows(listed))
                .filteredOn(row -> row.severity() != null)
                .isNotEmpty()
                .allMatch(row -> row.detection() != null && row.ingest() != null);
    }

    @Test
    void aDeviceTimelineShowsOthersOnlyWhereTheyMeetIt() {
        EntityKey device = device();
        Timeline timeline = session.timelines().of(new Timeline.Subject.OfEntity(device)).orElseThrow();
        List<TelemetryEvent> own =
                session.timelines()
                        .store()
                        .events(new EventQuery(device, Set.of(), Set.of(), null, null, Integer.MAX_VALUE));
        TimelineCounts counts = counts(timeline, 20);
        assertThat(counts.total()).isEqualTo(own.stream().filter(event -> event.time() != null).count());
    }

    @Test
    void aClockIsMovedAndTakenBackAndTheRowsKeepWhatTheyTold() {
        EntityKey device = device();
        Timeline before = ofIncident();
        Duration shift = Duration.ofHours(-3);
        session.hostClocks().shift(device, shift, "The host ran three hours ahead.", "analyst");
        Timeline moved = ofIncident();
        Timeline.Lane lane = lane(moved, device);
        assertThat(lane.shift()).isEqualTo(shift);
        var listed = session.timelines().rows(moved, lane, ALL, first(moved), end(moved), Progress.NONE);
        assertThat(rows(listed))
                .filteredOn(row -> row.row() != null)
                .isNotEmpty()
                .allMatch(row ->
                        row.event()
                                .equals(
                                        row.device().equals(lane.label())
                                                ? row.original().plus(shift)
                                                : row.original()));
        assertThat(counts(moved, 30).total()).isEqualTo(counts(before, 30).total());
        assertThat(session.assets().page(device).orElseThrow().clock().actor()).isEqualTo("analyst");
        session.hostClocks().shift(device, Duration.ZERO, "It was the log shipper.", "analyst");
        assertThat(ofIncident().lanes()).isEqualTo(before.lanes());
        assertThat(session.hostClocks().list()).isEmpty();
    }

    private static Timeline.Lane lane(Timeline timeline, EntityKey key) {
        return timeline.lanes().stream().filter(lane -> key.equals(lane.key())).findFirst().orElseThrow();
    }

    @Test
    void aClockNeedsAReasonAndADevice() {
        assertThatThrownBy(() -> session.hostClocks().shift(device(), Duration.ofHours(1), " ", "analyst"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        session.hostClocks()
                                .shift(new EntityKey(EntityKind.USER, "x"), Duration.ofHours(1), "because", "analyst"))
                .isInstanceOf(Problem.class);
        assertThat(session.hostClocks().list()).isEmpty();
    }

    @Test
    void aPageTellsOfAlertsIncidentsAndWhereItIsSeen() {
        AssetPage page = session.assets().page(device()).orElseThrow();
        assertThat(page.alerts()).isNotEmpty();
        assertThat(page.incidents()).extracting(Incident::id).contains(incident.id());
        assertThat(page.rows()).isPositive();
        assertThat(page.identity()).isNotEmpty();
        assertThat(session.assets().list(EntityKind.DEVICE)).extracting(Assets.Row::key).contains(page.key());
        for (AssetPage.Seen user : session.assets().seen(page.key())) {
            assertThat(user.rows()).isPositive().isLessThanOrEqualTo(page.rows());
            assertThat(session.assets().seen(user.key()))
                    .filteredOn(device -> device.key().equals(page.key()))
                    .singleElement()
                    .matches(device -> device.rows() == user.rows());
        }
        assertThat(session.assets().page(new EntityKey(EntityKind.DEVICE, "no-such-host"))).isEmpty();
    }
}
