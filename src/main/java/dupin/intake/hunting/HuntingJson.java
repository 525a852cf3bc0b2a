package dupin.intake.hunting;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.JsonHead;
import dupin.intake.JsonRecords;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.csv.Columns;
import dupin.intake.csv.LogTables;
import dupin.model.RowRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Results of advanced hunting as JSON: arrays and lines of rows, answers of the query interfaces (`schema` and `results`,
/// `tables`), and rows in the envelopes of the streaming interface, alone or in `records`.
public final class HuntingJson implements Importer {
    private static final String CATEGORY = "AdvancedHunting-";
    private static final int MOST_SHAPES = 500;

    @Override
    public String format() {
        return "Microsoft Defender advanced hunting results and streamed events (JSON)";
    }

    @Override
    public int recognises(Head head) {
        JsonHead json = JsonHead.of(head);
        if (!json.isJson()) {
            return 0;
        }
        if (LogTables.unwrapped(json.record()).text("category").startsWith(CATEGORY)) {
            return 95;
        }
        Columns columns = capitals(LogTables.columns(json.record()));
        if (columns.has("category") && columns.has("properties") && columns.has("operationName")) {
            return 60;
        }
        boolean answer = json.envelope().names("schema");
        long known = columns.names().stream().filter(HuntingTables::knows).count();
        if (known >= 2 && !HuntingTables.told(columns).isEmpty()) {
            return answer ? 90 : 75;
        }
        return known >= 3 && columns.of("Timestamp", "TimeGenerated") >= 0 ? 35 : 0;
    }

    /// Columns of these tables begin with a capital; fields of other interfaces that sound alike do not.
    private static Columns capitals(Columns columns) {
        return new Columns(
                columns.names().stream()
                        .filter(name ->
                                !name.isEmpty() && (Character.isUpperCase(name.charAt(0)) || name.charAt(0) == '$'))
                        .toList());
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        var reader = new Reader(source, sink);
        JsonRecords.read(
                source,
                sink,
                record -> {
                    LogTables.forEach(record, sink, reader::row);
                    return List.of();
                });
        reader.rows.end(sink);
    }

    private static final class Reader {
        private final Source source;
        private final Sink sink;
        private final HuntingRows rows = new HuntingRows();
        private final Map<List<String>, Shape> shapes = new HashMap<>();

        /// What rows of the same columns have in common.
        ///
        /// @param table place of the column that names each row's table, -1 when there is none
        /// @param known whether any of the columns is one of these tables
        private record Shape(Columns columns, int table, boolean known) {
            static Shape of(List<String> names) {
                var columns = new Columns(names);
                int table = columns.of("$table", "TableName", "SourceTable", "Table", "Type");
                return new Shape(columns, table, names.stream().anyMatch(HuntingTables::knows));
            }
        }

        Reader(Source source, Sink sink) {
            this.source = source;
            this.sink = sink;
        }

        void row(LogTables.Entry entry) {
            ObjectNode envelope = entry.fields().node();
            JsonNode word = envelope.get("category");
            String category = word == null || word.isContainer() ? "" : word.asString();
            boolean streamed =
                    category.startsWith(CATEGORY) || envelope.has("properties") && envelope.has("operationName");
            ObjectNode object = streamed ? properties(entry.fields()) : envelope;
            if (object.isEmpty()) {
                throw new BadRecordException(streamed ? "Its envelope holds no properties." : "It has no columns.");
            }
            var names = new ArrayList<String>(object.size());
            var values = new ArrayList<JsonNode>(object.size());
            for (var property : object.properties()) {
                names.add(property.getKey());
                values.add(property.getValue());
            }
            if (shapes.size() > MOST_SHAPES) {
                shapes.clear();
            }
            Shape shape = shapes.computeIfAbsent(names, Shape::of);
            if (!shape.known) {
                throw new BadRecordException("None of its columns is one of advanced hunting.");
            }
            var row = new ObjectRow(values, envelope);
            String named = shape.table < 0 ? "" : HuntingTables.named(row.text(shape.table));
            String stated = category.startsWith(CATEGORY) ? category.substring(CATEGORY.length()) : named;
            rows.row(shape.columns, stated, row, new RowRef(source.sha256(), entry.row()), sink);
        }

        /// They may stand in a string.
        private static ObjectNode properties(Fields envelope) {
            return envelope.node().get("properties") instanceof ObjectNode object
                    ? object
                    : envelope.object("properties").node();
        }
    }
}
