package dupin.service;

import dupin.engine.CaseClocks;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.HostClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Corrections of devices' clocks: entries of the journal, so that they can be taken back and everybody sees who made them.
/// Rows keep the times that their source told. Commands block: background only.
public final class HostClocks {
    private static final Duration MOST = Duration.ofDays(36_525);
    private static final int MAX_REASON = 2_000;

    private final LiveCase live;

    HostClocks(LiveCase live) {
        this.live = live;
    }

    public List<HostClock> list() {
        return live.read(state -> CaseClocks.of(state).shifts());
    }

    /// Moves the times of a device from now on; zero takes the correction back.
    ///
    /// @throws Problem when the key is no device's, the shift is longer than a century or the reason is missing
    public void shift(EntityKey device, Duration shift, String reason, String actor) {
        if (device.kind() != EntityKind.DEVICE) {
            throw new Problem("Only a device has a clock.", "Nothing was changed.", "Choose a device.");
        }
        if (shift.abs().compareTo(MOST) > 0) {
            throw new Problem(
                    "A clock cannot be moved by more than a hundred years.",
                    "Nothing was changed.",
                    "Check the amount.");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new Problem(
                    "A correction needs a reason of 1 to 2,000 characters.",
                    "Nothing was changed.",
                    "Say how you know that the clock is wrong.");
        }
        live.<Boolean>decide(
                actor,
                _ ->
                        new LiveCase.Decision<>(
                                List.of(new Entry.ClockShifted(device, shift.toMillis(), reason.strip())),
                                Map.of(),
                                true));
    }
}
