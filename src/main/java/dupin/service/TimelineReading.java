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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what stands in a stretch of a timeline. For one question; what it answers may be read by any thread.
final class TimelineReading {
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

    TimelineRows rows(Timelines timelines, @Nullable Lane lane, Instant from, Instant to, Progress progress) {
        var gathered = new StretchRows.Gathered(from, to);
        if (clocks.contains(Timeline.Clock.EVENT)) {
            var shifted = new ShiftedRows(live.store(), timeline, from, to);
            for (Lane one : lane == null ? timeline.lanes() : List.of(lane)) {
                progress.check();
                timelines.times(timeline, one, shifted, from, to, gathered);
            }
        }
        return gathered.rows(live.store(), this::row, marks(lane, from, to));
    }

    private Duration shift(TelemetryEvent event) {
        return shifts.isEmpty()
                ? Duration.ZERO
                : event.device()
                        .map(Entity.Device::key)
                        .map(device -> shifts.getOrDefault(device, Duration.ZERO))
                        .orElse(Duration.ZERO);
    }

    private TimelineRow row(TelemetryEvent event) {
        Instant told = event.time();
        Duration shift = shift(event);
        HuntRow row = HuntRows.of(event);
        String what = row.what().isEmpty() ? row.value(HuntField.COMMAND_LINE) : row.what();
        String action = event.actionType().isEmpty() ? row.value(HuntField.KIND) : event.actionType();
        return new TimelineRow(
                row.id(),
                what.isEmpty() ? action : action + ": " + what,
                event.table(),
                event.device().map(Entity.Device::label).orElse(""),
                told == null ? null : told.plus(shift),
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
}
