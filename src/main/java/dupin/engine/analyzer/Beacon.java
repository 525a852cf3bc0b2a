package dupin.engine.analyzer;

import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Connections at regular intervals.
///
/// @param every the median interval
record Beacon(int connections, Duration every) {
    private static final int ENOUGH = 6;

    /// A beacon keeps its time: three of four intervals lie within a quarter of the median.
    static Optional<Beacon> of(List<TelemetryEvent> connections) {
        List<Instant> times =
                connections.stream().map(TelemetryEvent::time).filter(Objects::nonNull).sorted().distinct().toList();
        if (times.size() < ENOUGH) {
            return Optional.empty();
        }
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)).toMillis());
        }
        gaps.sort(null);
        long median = gaps.get(gaps.size() / 2);
        long near = gaps.stream().filter(g -> Math.abs(g - median) * 4 <= median).count();
        boolean regular = median >= 2_000 && near * 4 >= gaps.size() * 3L;
        return regular ? Optional.of(new Beacon(times.size(), Duration.ofMillis(median))) : Optional.empty();
    }

    String words() {
        long seconds = Math.max(1, every.toSeconds());
        return "%d connections, one every %s"
                .formatted(connections, seconds < 120 ? seconds + " seconds" : seconds / 60 + " minutes");
    }
}
