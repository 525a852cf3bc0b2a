package dupin.ui.timeline;

import dupin.model.EntityKey;
import dupin.service.HuntRow;
import dupin.ui.fx.EntityWays;
import java.time.Duration;

/// Where a timeline leads, and what may be done from it. FX thread; returns at once.
public interface TimelineLinks extends EntityWays {

    void incident(String id);

    /// Shows a telemetry row whole.
    void row(HuntRow row);

    /// Takes a device's clock to have gone wrong by this much; zero takes that back.
    ///
    /// @param done called when it is so
    void shiftClock(EntityKey device, Duration shift, String reason, Runnable done);
}
