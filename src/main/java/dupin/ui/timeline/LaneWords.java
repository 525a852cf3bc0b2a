package dupin.ui.timeline;

import dupin.model.EntityKey;
import dupin.service.Timeline.Lane;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Duration;
import java.util.Locale;

/// What a lane is called. Pure.
final class LaneWords {
    private LaneWords() {}

    static Icon icon(Lane lane) {
        EntityKey key = lane.key();
        return key != null ? Icon.of(key.kind()) : lane.source() != null ? Icon.LOG : Icon.INCIDENT;
    }

    static String name(Lane lane) {
        if (!lane.telemetry()) {
            return Messages.text("timeline.caseLane");
        }
        String label = Elide.oneLine(lane.label());
        return lane.key() != null || label.isEmpty()
                ? label
                : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    static String shift(Duration shift) {
        return Messages.text("timeline.moved", (shift.isNegative() ? "−" : "+") + Times.duration(shift));
    }
}
