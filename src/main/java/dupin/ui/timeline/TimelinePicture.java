package dupin.ui.timeline;

import dupin.service.Timeline;
import dupin.service.TimelineCounts;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the painter needs to know.
///
/// @param counts of the stretch in sight or of one near it; null before the first answer
/// @param overview counts of the whole; null before the first answer
/// @param whole what the overview shows
/// @param top first lane in sight, may lie between two
/// @param lane selected lane; -1 for none
/// @param cursor the moment that was chosen; null for none
/// @param pointer where the mouse is, in pixels of the axis; negative for nowhere
record TimelinePicture(
        @Nullable Timeline timeline,
        TimeWindow window,
        TimeWindow whole,
        @Nullable TimelineCounts counts,
        @Nullable TimelineCounts overview,
        Set<Timeline.Clock> clocks,
        double top,
        int lane,
        @Nullable Instant cursor,
        double pointer) {
    static final double LABELS = 220;
    static final double OVERVIEW = 40;
    static final double AXIS = 24;
    static final double LANE = 34;

    static TimelinePicture empty(TimeWindow window, Set<Timeline.Clock> clocks) {
        return new TimelinePicture(null, window, window, null, null, clocks, 0, -1, null, -1);
    }

    TimelinePicture withTop(double next) {
        return new TimelinePicture(timeline, window, whole, counts, overview, clocks, next, lane, cursor, pointer);
    }

    TimelinePicture withPointer(double next) {
        return new TimelinePicture(timeline, window, whole, counts, overview, clocks, top, lane, cursor, next);
    }

    TimelinePicture withWindow(TimeWindow next) {
        return new TimelinePicture(timeline, next, whole, counts, overview, clocks, top, lane, cursor, pointer);
    }

    TimelinePicture withCounts(TimelineCounts next) {
        return new TimelinePicture(timeline, window, whole, next, overview, clocks, top, lane, cursor, pointer);
    }

    TimelinePicture withOverview(TimelineCounts next) {
        return new TimelinePicture(timeline, window, whole, counts, next, clocks, top, lane, cursor, pointer);
    }

    TimelinePicture withClocks(Set<Timeline.Clock> next) {
        return new TimelinePicture(timeline, window, whole, counts, overview, next, top, lane, cursor, pointer);
    }

    TimelinePicture withChoice(@Nullable Instant moment, int chosen) {
        return new TimelinePicture(timeline, window, whole, counts, overview, clocks, top, chosen, moment, pointer);
    }

    /// What stays in its place while the picture is zoomed: the chosen moment where it is in sight, else the middle.
    Instant around() {
        Instant chosen = cursor;
        return chosen != null && window.holds(chosen) ? chosen : window.middle();
    }

    static double lanesBegin() {
        return OVERVIEW + AXIS;
    }

    double laneY(int index) {
        return lanesBegin() + (index - top) * LANE;
    }

    /// The lane at a height of the canvas; -1 for none.
    int laneAt(double y) {
        if (timeline == null || y < lanesBegin()) {
            return -1;
        }
        int index = (int) Math.floor((y - lanesBegin()) / LANE + top);
        return index < timeline.lanes().size() ? index : -1;
    }
}
