package dupin.service;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.hunt.HuntField;
import dupin.service.Timeline.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows that a hunt found, as a timeline: a lane for all, and one for each of the entities that most rows name, devices
/// and users first. Thread-safe.
public final class HuntTimeline implements TimelineSource {
    private static final int MOST = 40;

    private final Hunt hunt;
    private final List<HuntRow> rows;

    public HuntTimeline(Hunt hunt) {
        this.hunt = hunt;
        rows =
                hunt.rows().stream()
                        .filter(row -> row.time() != null)
                        .sorted(Comparator.comparing(HuntTimeline::time).thenComparing(HuntRow::id))
                        .toList();
    }

    private static Instant time(HuntRow row) {
        Instant time = row.time();
        return time == null ? Instant.MIN : time;
    }

    @Override
    public Optional<Timeline> of(Timeline.Subject subject) {
        Map<EntityKey, Integer> counts = new HashMap<>();
        Map<EntityKey, String> labels = new HashMap<>();
        for (HuntRow row : rows) {
            row.entities()
                    .forEach(part -> {
                        counts.merge(part.key(), 1, Integer::sum);
                        labels.putIfAbsent(part.key(), part.label());
                    });
        }
        var lanes = new ArrayList<Lane>();
        lanes.add(lane(null, hunt.text()));
        counts.keySet().stream()
                .sorted(
                        Comparator.comparing(HuntTimeline::rank)
                                .thenComparing(key -> -counts.getOrDefault(key, 0))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .forEach(key -> lanes.add(lane(key, labels.getOrDefault(key, ""))));
        return Optional.of(
                new Timeline(subject, hunt.text(), lanes, Math.max(0, counts.size() - MOST), List.of(), List.of()));
    }

    private static int rank(EntityKey key) {
        return key.kind() == EntityKind.DEVICE ? 0 : key.kind() == EntityKind.USER ? 1 : 2;
    }

    private Lane lane(@Nullable EntityKey key, String label) {
        List<HuntRow> shown = rows.stream().filter(row -> shows(row, key)).toList();
        return new Lane(
                key,
                null,
                label,
                null,
                shown.size(),
                shown.isEmpty() ? null : shown.getFirst().time(),
                shown.isEmpty() ? null : shown.getLast().time(),
                Duration.ZERO);
    }

    private static boolean shows(HuntRow row, @Nullable EntityKey key) {
        return key == null || row.entities().stream().anyMatch(part -> part.key().equals(key));
    }

    @Override
    public TimelineCounts counts(Timeline timeline, Instant from, Instant to, int buckets, Progress progress) {
        var lanes = new int[timeline.lanes().size()][buckets];
        var all = new int[buckets];
        double span = Math.max(1, Duration.between(from, to).toNanos());
        int total = 0;
        for (HuntRow row : within(from, to)) {
            int bucket = Math.min(buckets - 1, (int) (Duration.between(from, time(row)).toNanos() / span * buckets));
            all[bucket]++;
            total++;
            Set<EntityKey> keys = new HashSet<>();
            row.entities().forEach(part -> keys.add(part.key()));
            for (int i = 0; i < lanes.length; i++) {
                EntityKey key = timeline.lanes().get(i).key();
                if (key == null || keys.contains(key)) {
                    lanes[i][bucket]++;
                }
            }
        }
        return new TimelineCounts(from, to, lanes, all, total);
    }

    private List<HuntRow> within(Instant from, Instant to) {
        return rows.stream().filter(row -> !time(row).isBefore(from) && time(row).isBefore(to)).toList();
    }

    @Override
    public TimelineRows rows(
            Timeline timeline,
            @Nullable Lane lane,
            Set<Timeline.Clock> clocks,
            Instant from,
            Instant to,
            Progress progress) {
        EntityKey key = lane == null ? null : lane.key();
        List<HuntRow> shown =
                clocks.contains(Timeline.Clock.EVENT)
                        ? within(from, to).stream().filter(row -> shows(row, key)).toList()
                        : List.of();
        return TimelineRows.of(shown.stream().map(HuntTimeline::row).toList());
    }

    private static TimelineRow row(HuntRow row) {
        String action = row.value(HuntField.ACTION);
        return new TimelineRow(
                row.id(),
                action.isEmpty() ? row.what() : action + ": " + row.what(),
                row.value(HuntField.TABLE),
                row.value(HuntField.DEVICE),
                row.time(),
                row.time(),
                Duration.ZERO,
                null,
                null,
                null,
                null,
                row,
                row.value(HuntField.INCIDENT));
    }
}
