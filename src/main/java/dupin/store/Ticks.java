package dupin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times as whole ticks of 100 ns since 1970, which is as fine as any source tells.
public final class Ticks {

    /// No time; before all times.
    static final long NONE = Long.MIN_VALUE;

    private static final long PER_SECOND = 10_000_000L;
    private static final long FURTHEST = Long.MAX_VALUE / PER_SECOND - 1;

    private Ticks() {}

    public static long of(@Nullable Instant time) {
        if (time == null) {
            return NONE;
        }
        long second = Math.clamp(time.getEpochSecond(), -FURTHEST, FURTHEST);
        return second * PER_SECOND + time.getNano() / 100;
    }

    /// The first tick that is not before the moment.
    static long from(Instant moment) {
        return of(moment) + (moment.getNano() % 100 == 0 ? 0 : 1);
    }

    public static @Nullable Instant time(long ticks) {
        return ticks == NONE
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * 100);
    }
}
