package dupin.engine;

import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.HostClock;
import dupin.model.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// When things came into the case, and which devices' clocks were found to go wrong. Part of the fold: mutable, and not to
/// be kept by whoever reads it.
public final class CaseClocks {
    private final TreeMap<EntityKey, HostClock> shifts = new TreeMap<>();
    private final Map<String, Instant> files = new HashMap<>();
    private final Map<String, Instant> alerts = new HashMap<>();

    CaseClocks() {}

    public static CaseClocks of(CaseState state) {
        return state.entities.clocks;
    }

    CaseClocks copy() {
        var copy = new CaseClocks();
        copy.shifts.putAll(shifts);
        copy.files.putAll(files);
        copy.alerts.putAll(alerts);
        return copy;
    }

    void shift(Entry.ClockShifted it, JournalEntry journal) {
        if (it.millis() == 0) {
            shifts.remove(it.device());
        } else {
            shifts.put(
                    it.device(),
                    new HostClock(
                            it.device(), Duration.ofMillis(it.millis()), it.reason(), journal.actor(), journal.at()));
        }
    }

    void ingested(String sha256, Instant at) {
        files.putIfAbsent(sha256, at);
    }

    void received(String alertId, Instant at) {
        alerts.putIfAbsent(alertId, at);
    }

    /// When the file with this hash was taken in.
    public Optional<Instant> ingested(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    /// When the alert first came into the case.
    public Optional<Instant> received(String alertId) {
        return Optional.ofNullable(alerts.get(alertId));
    }

    /// Clocks that are corrected, by device.
    public List<HostClock> shifts() {
        return List.copyOf(shifts.values());
    }
}
