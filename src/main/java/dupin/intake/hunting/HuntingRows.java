package dupin.intake.hunting;

import dupin.intake.Sink;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.intake.defender.AirRecord;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.util.HashMap;
import java.util.Map;

/// Hands the rows of one file to the mapper of their table. Not for several threads.
final class HuntingRows {
    private static final int MOST_SHAPES = 500;

    private final AlertRows alerts = new AlertRows();
    private final Map<Shape, Mapped> mappers = new HashMap<>();

    private record Shape(Columns columns, String stated) {}

    private record Mapped(String table, RowMapper mapper) {}

    /// @param columns the same object for all rows of one shape
    /// @param stated the table that the source names; "" when it names none
    void row(Columns columns, String stated, Row row, RowRef ref, Sink sink) {
        Mapped mapped = mapped(columns, stated);
        if (AlertRows.takes(mapped.table)) {
            alerts.add(columns, row, ref, sink);
            return;
        }
        sink.accept(new Imported.OfEvent(mapped.mapper.event(row, ref)));
        if (mapped.table.equals(CloudRows.TABLE)) {
            investigation(columns, row, ref, sink);
        }
    }

    /// A cloud activity may hold the whole record of an automated investigation.
    private static void investigation(Columns columns, Row row, RowRef ref, Sink sink) {
        if (row.text(columns.of("ActionType")).equals("AirInvestigationData")) {
            AirRecord.read(Extras.of(row.text(columns.of("RawEventData"))), ref).forEach(sink::accept);
        }
    }

    private Mapped mapped(Columns columns, String stated) {
        if (mappers.size() > MOST_SHAPES) {
            mappers.clear();
        }
        return mappers.computeIfAbsent(
                new Shape(columns, stated),
                shape -> {
                    HuntingTables.Choice choice = HuntingTables.choose(columns, stated);
                    return new Mapped(choice.table(), HuntingTables.mapper(columns, choice.table(), choice.certain()));
                });
    }

    void end(Sink sink) {
        alerts.end(sink);
    }
}
