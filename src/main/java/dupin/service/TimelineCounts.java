package dupin.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many telemetry rows there are in each of equal stretches of time.
///
/// @param lanes counts by lane, in the timeline's order, then by stretch
/// @param all counts by stretch, each row once whatever number of lanes shows it
/// @param total rows in the whole
public record TimelineCounts(Instant from, Instant to, int[][] lanes, int[] all, long total) {

    /// A stretch without rows between others.
    public record Gap(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    public int buckets() {
        return all.length;
    }

    /// When a stretch begins.
    public Instant at(int bucket) {
        double whole = Duration.between(from, to).toNanos();
        return from.plusNanos((long) (whole * bucket / Math.max(1, all.length)));
    }

    /// Stretches without any row, between rows, that are at least this part of the whole; the longest first.
    public List<Gap> gaps(double least) {
        var gaps = new ArrayList<Gap>();
        int last = -1;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                continue;
            }
            if (last >= 0 && i - last - 1 >= Math.max(1, least * all.length)) {
                gaps.add(new Gap(at(last + 1), at(i)));
            }
            last = i;
        }
        gaps.sort((a, b) -> b.length().compareTo(a.length()));
        return gaps;
    }
}
