package dupin.service;

import dupin.engine.CaseClocks;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.HostClock;
import dupin.model.TelemetryEvent;
import dupin.model.hunt.HuntField;
import dupin.service.Timeline.Lane;
import dupin.service.Timeline.Mark;
import dupin.store.EventQuery;
import dupin.store.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what stands in a stretch of a timeline. For one answer.
final class TimelineReading {
    private static final Duration TICK = Duration.ofNanos(100);

    private final CaseReads live;
    private final Timeline timeline;
    private final Set<Timeline.Clock> clocks;
    private final Map<EntityKey, Duration> shifts = new HashMap<>();

    TimelineReading(CaseReads live, Timeline timeline, Set<Timeline.Clock> clocks) {
        this.live = live;
        this.timeline = timeline;
        this.clocks = clocks;
        for (HostClock clock : timeline.clocks()) {
            shifts.put(clock.device(), clock.shift());
        }
    }

    TimelineSource.Listed rows(
            Timelines timelines, @Nullable Lane lane, Instant from, Instant to, int limit, Progress progress) {
        Map<String, TimelineRow> rows = new LinkedHashMap<>();
        long matched = 0;
        if (clocks.contains(Timeline.Clock.EVENT)) {
            List<Lane> asked = lane == null ? timeline.lanes() : List.of(lane);
            var earliest = new Earliest(Ticks.of(from), Ticks.of(to), limit);
            var shifted = new ShiftedRows(live.store(), timeline, from, to);
            for (Lane one : asked) {
                progress.check();
                timelines.times(timeline, one, shifted, from, to, earliest::take);
            }
            matched = earliest.matched;
            Instant until = earliest.matched > limit ? after(earliest.last()) : to;
            for (Lane one : asked) {
                progress.check();
                telemetry(one, from, until, rows);
            }
        }
        List<TimelineRow> marks = marks(lane, from, to);
        marks.forEach(row -> rows.putIfAbsent(row.id(), row));
        List<TimelineRow> sorted =
                rows.values().stream()
                        .sorted(Comparator.comparing(TimelineReading::time).thenComparing(TimelineRow::id))
                        .limit(limit)
                        .toList();
        return new TimelineSource.Listed(sorted, matched + marks.size());
    }

    private static Instant time(TimelineRow row) {
        Instant time = row.time();
        return time == null ? Instant.MIN : time;
    }

    private static Instant after(long ticks) {
        Instant time = Ticks.time(ticks);
        return time == null ? Instant.MIN : time.plus(TICK);
    }

    private void telemetry(Lane lane, Instant from, Instant until, Map<String, TimelineRow> into) {
        EventQuery query = Timelines.query(timeline, lane, from, until);
        if (query == null) {
            return;
        }
        EntityKey subject = Timelines.subject(timeline);
        live.store()
                .scan(
                        query,
                        event -> {
                            Duration shift = shift(event);
                            Instant told = event.time();
                            if (told != null && (subject == null || shows(event, subject))) {
                                Instant time = told.plus(shift);
                                if (!time.isBefore(from) && time.isBefore(until)) {
                                    TimelineRow row = row(event, told, shift);
                                    into.putIfAbsent(row.id(), row);
                                }
                            }
                            return true;
                        });
    }

    private static boolean shows(TelemetryEvent event, EntityKey subject) {
        return event.links().stream().anyMatch(link -> link.entity().key().equals(subject));
    }

    private Duration shift(TelemetryEvent event) {
        return shifts.isEmpty()
                ? Duration.ZERO
                : event.device()
                        .map(Entity.Device::key)
                        .map(device -> shifts.getOrDefault(device, Duration.ZERO))
                        .orElse(Duration.ZERO);
    }

    private TimelineRow row(TelemetryEvent event, Instant told, Duration shift) {
        HuntRow row = HuntRows.of(event);
        String what = row.what().isEmpty() ? row.value(HuntField.COMMAND_LINE) : row.what();
        String action = event.actionType().isEmpty() ? row.value(HuntField.KIND) : event.actionType();
        return new TimelineRow(
                row.id(),
                what.isEmpty() ? action : action + ": " + what,
                event.table(),
                event.device().map(Entity.Device::label).orElse(""),
                told.plus(shift),
                told,
                shift,
                null,
                live.read(state -> CaseClocks.of(state).ingested(event.row().file()).orElse(null)),
                null,
                null,
                row,
                "");
    }

    /// Alerts, decisions and imports of the stretch, an alert once with all its clocks.
    private List<TimelineRow> marks(@Nullable Lane lane, Instant from, Instant to) {
        var rows = new ArrayList<TimelineRow>();
        var seen = new java.util.HashSet<String>();
        for (Mark mark : timeline.marks()) {
            boolean shown = clocks.contains(mark.clock()) && !mark.time().isBefore(from) && mark.time().isBefore(to);
            EntityKey key = lane == null ? null : lane.key();
            boolean ours = lane == null || key != null && mark.lanes().contains(key) || !lane.telemetry();
            String id = mark.clock() == Timeline.Clock.DECISION ? mark.id() + mark.time() : mark.id();
            if (shown && ours && seen.add(id)) {
                rows.add(row(mark, id));
            }
        }
        return rows;
    }

    private TimelineRow row(Mark mark, String id) {
        return live.read(state -> {
            Alert alert = state.alert(mark.id()).orElse(null);
            Instant event = alert == null ? null : TimelineLanes.happened(alert);
            return new TimelineRow(
                    id,
                    mark.text(),
                    mark.by(),
                    "",
                    event,
                    event,
                    Duration.ZERO,
                    alert == null ? null : alert.createdDateTime(),
                    alert != null
                            ? CaseClocks.of(state).received(alert.id()).orElse(null)
                            : mark.clock() == Timeline.Clock.INGEST ? mark.time() : null,
                    mark.clock() == Timeline.Clock.DECISION ? mark.time() : null,
                    mark.severity(),
                    null,
                    mark.incidentId());
        });
    }

    /// Keeps the earliest moments, each row once.
    private static final class Earliest {
        private final long from;
        private final long to;
        private final int limit;
        private final BitSet seen = new BitSet();
        private final PriorityQueue<Long> kept = new PriorityQueue<>(Comparator.reverseOrder());
        private long matched;

        Earliest(long from, long to, int limit) {
            this.from = from;
            this.to = to;
            this.limit = limit;
        }

        void take(long ticks, long number) {
            if (ticks < from || ticks >= to || seen.get((int) number)) {
                return;
            }
            seen.set((int) number);
            matched++;
            if (kept.size() < limit) {
                kept.add(ticks);
            } else if (ticks < kept.element()) {
                kept.poll();
                kept.add(ticks);
            }
        }

        long last() {
            return kept.isEmpty() ? from : kept.element();
        }
    }
}
