package dupin.service;

import dupin.model.EntityKey;
import dupin.model.HostClock;
import dupin.model.LinkRole;
import dupin.service.Timeline.Lane;
import dupin.store.CaseStore;
import dupin.store.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows of a stretch of time belong to a timeline's subject, and by how much each is moved because its device's clock
/// went wrong. Made for one stretch; for one thread.
final class ShiftedRows {
    private static final long NANOS_PER_TICK = 100;

    private final @Nullable EntityKey subject;
    private final List<Moved> moved = new ArrayList<>();
    private long @Nullable [] ofSubject;
    private final CaseStore store;
    private final Timeline timeline;
    private final Instant from;
    private final Instant to;

    private record Moved(long[] rows, long ticks) {}

    ShiftedRows(CaseStore store, Timeline timeline, Instant from, Instant to) {
        this.store = store;
        this.timeline = timeline;
        this.from = from;
        this.to = to;
        subject = Timelines.subject(timeline);
        for (HostClock clock : timeline.clocks()) {
            moved.add(new Moved(numbers(clock.device(), Set.of(LinkRole.DEVICE)), ticks(clock.shift())));
        }
    }

    /// @param roles parts that the entity plays; empty for any
    private long[] numbers(EntityKey key, Set<LinkRole> roles) {
        var numbers = new Numbers();
        var lane = new Lane(key, null, "", null, 0, null, null, Duration.ZERO);
        EventQuery any = Timelines.query(timeline, lane, from, to);
        if (any != null) {
            var query = new EventQuery(key, roles, Set.of(), any.from(), any.to(), any.limit());
            store.times(query, (_, number) -> numbers.add(number));
        }
        return numbers.sorted();
    }

    private static long ticks(Duration shift) {
        return shift.toSeconds() * (1_000_000_000L / NANOS_PER_TICK) + shift.toNanosPart() / NANOS_PER_TICK;
    }

    /// Whether the row is one of the subject's: other entities' lanes show only what they have to do with it.
    boolean belongs(Lane lane, long number) {
        EntityKey about = subject;
        if (about == null || lane.key() == null || lane.key().equals(about)) {
            return true;
        }
        if (ofSubject == null) {
            ofSubject = numbers(about, Set.of());
        }
        return Arrays.binarySearch(ofSubject, number) >= 0;
    }

    /// By how much the row is moved: by the clock of the device that it happened on.
    long ticks(long number) {
        for (Moved one : moved) {
            if (Arrays.binarySearch(one.rows(), number) >= 0) {
                return one.ticks();
            }
        }
        return 0;
    }
}
