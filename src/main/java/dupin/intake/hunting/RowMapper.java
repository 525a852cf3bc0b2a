package dupin.intake.hunting;

import dupin.intake.csv.Row;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;

/// Turns a row of one table into an event. Made for the table's columns, which it looks up once.
@FunctionalInterface
interface RowMapper {
    TelemetryEvent event(Row row, RowRef ref);
}
