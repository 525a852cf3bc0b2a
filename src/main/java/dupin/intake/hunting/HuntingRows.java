package dupin.intake.hunting;

import dupin.intake.Sink;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.intake.defender.AirRecord;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Hands the rows of one file to the mapper of their table. Not for several threads.
final class HuntingRows {
    private static final int MOST_SHAPES = 500;

    private final AlertRows alerts = new AlertRows();
    private final Map<Shape, Mapped> mappers = new HashMap<>();

    private final Map<Columns, Boolean> unions = new HashMap<>();
    private final Map<Filled, String> filled = new HashMap<>();

    private record Filled(Columns columns, BitSet cells) {}

    private record Shape(Columns columns, String stated) {}

    private record Mapped(String table, RowMapper mapper) {}

    /// @param columns the same object for all rows of one shape
    /// @param stated the table that the source names; "" when it names none
    void row(Columns columns, String stated, Row row, RowRef ref, Sink sink) {
        Mapped mapped = mapped(columns, stated.isEmpty() && isUnion(columns) ? told(columns, row) : stated);
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

    private boolean isUnion(Columns columns) {
        if (unions.size() > MOST_SHAPES) {
            unions.clear();
        }
        return unions.computeIfAbsent(columns, HuntingTables::isUnion);
    }

    /// Of which table a row is whose file holds several: told by the cells that are not empty.
    private String told(Columns columns, Row row) {
        var cells = new BitSet(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.set(i, !row.text(i).isEmpty());
        }
        if (filled.size() > MOST_SHAPES) {
            filled.clear();
        }
        return filled.computeIfAbsent(
                new Filled(columns, cells),
                one -> HuntingTables.told(new Columns(one.cells.stream().mapToObj(columns.names()::get).toList())));
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
