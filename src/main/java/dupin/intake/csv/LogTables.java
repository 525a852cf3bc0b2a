package dupin.intake.csv;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.JsonRecord;
import dupin.intake.Sink;
import dupin.model.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows in JSON records: an object is a row itself; the answer of a log query (`{"tables":[{"columns":[…],"rows":[[…]]}]}`)
/// holds many as lists of cells; a test case of a parser holds one in a string (`{"input":{"message":"…"}}`).
public final class LogTables {
    private static final int MOST_COLUMNS = 2_000;

    private LogTables() {}

    /// @param row its number in the file
    /// @param place words for it
    public record Entry(Fields fields, long row, String place) {}

    /// Takes one entry.
    @FunctionalInterface
    public interface Taker {
        /// @throws BadRecordException when it cannot be used
        void take(Entry entry);
    }

    /// Column names of the first table, or of the object itself.
    public static Columns columns(Fields record) {
        List<Fields> tables = record.objects("tables");
        if (!tables.isEmpty()) {
            return new Columns(names(tables.getFirst()));
        }
        return new Columns(List.copyOf(unwrapped(record).node().propertyNames()));
    }

    /// Hands on every row of the record. A bad one among many is rejected alone.
    public static void forEach(JsonRecord record, Sink sink, Taker taker) {
        Fields fields = record.fields();
        List<Fields> tables = fields.node().has("tables") ? fields.objects("tables") : List.of();
        if (tables.isEmpty()) {
            taker.take(new Entry(unwrapped(fields), record.index(), record.place()));
            return;
        }
        long row = record.index();
        for (Fields table : tables) {
            List<String> names = names(table);
            JsonNode rows = table.get("rows");
            for (JsonNode cells : rows == null ? JsonNodeFactory.instance.arrayNode() : rows) {
                String place = "row " + (row - record.index() + 1) + " of " + record.place();
                taken(new Entry(Fields.of(object(names, cells)), row, place), sink, taker);
                row++;
            }
        }
    }

    private static void taken(Entry entry, Sink sink, Taker taker) {
        String reason;
        try {
            taker.take(entry);
            return;
        } catch (BadRecordException e) {
            reason = e.reason();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            reason = "The row is not in the expected shape (" + e.getClass().getSimpleName() + ").";
        }
        sink.accept(new Imported.Rejected(entry.row(), entry.place(), reason));
    }

    private static List<String> names(Fields table) {
        var names = new ArrayList<String>();
        for (Fields column : table.objects("columns")) {
            if (names.size() < MOST_COLUMNS) {
                names.add(column.text("name", "ColumnName"));
            }
        }
        return names;
    }

    private static ObjectNode object(List<String> names, JsonNode cells) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size() && i < cells.size(); i++) {
            object.set(names.get(i), cells.get(i));
        }
        return object;
    }

    /// The row in the string of a parser's test case; any other object is itself.
    public static Fields unwrapped(Fields fields) {
        if (fields.node().size() > 5 || !fields.names("input")) {
            return fields;
        }
        String message = fields.object("input").text("message", "raw");
        Fields inner = Fields.of(Json.parse(message.isEmpty() ? fields.text("input") : message));
        return inner.isEmpty() ? fields : inner;
    }
}
