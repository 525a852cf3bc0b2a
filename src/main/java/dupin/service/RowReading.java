package dupin.service;

import dupin.engine.sigma.CloudTables;
import dupin.engine.sigma.SensorLogs;
import dupin.intake.cloud.CloudLog;
import dupin.intake.windows.WindowsLogs;
import dupin.model.LogRecord;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Optional;

/// Turns stored rows into what detection rules read. Stateless.
final class RowReading {
    private RowReading() {}

    /// @param sensors whether the hunting tables of an endpoint sensor are read as well
    static List<LogRecord> records(TelemetryEvent event, boolean sensors) {
        if (SensorLogs.knows(event)) {
            return sensors ? SensorLogs.record(event).stream().toList() : List.of();
        }
        if (CloudTables.knows(event)) {
            return CloudTables.records(event);
        }
        Optional<LogRecord> windows = WindowsLogs.record(event.raw());
        return windows.isPresent() ? List.of(windows.get()) : CloudLog.records(event.raw());
    }
}
