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
        private final Map<List<String>, Columns> shapes = new HashMap<>();

        Reader(Source source, Sink sink) {
            this.source = source;
            this.sink = sink;
        }

        void row(LogTables.Entry entry) {
            Fields envelope = entry.fields();
            String category = envelope.text("category");
            Fields properties = envelope.object("properties");
            boolean streamed =
                    category.startsWith(CATEGORY) || !properties.isEmpty() && envelope.names("operationName");
            Fields fields = streamed ? properties : envelope;
            if (fields.isEmpty()) {
                throw new BadRecordException(streamed ? "Its envelope holds no properties." : "It has no columns.");
            }
            var names = new ArrayList<String>(fields.node().size());
            var values = new ArrayList<JsonNode>(fields.node().size());
            for (var property : fields.node().properties()) {
                names.add(property.getKey());
                values.add(property.getValue());
            }
            if (shapes.size() > MOST_SHAPES) {
                shapes.clear();
            }
            Columns columns = shapes.computeIfAbsent(names, Columns::new);
            if (columns.names().stream().noneMatch(HuntingTables::knows)) {
                throw new BadRecordException("None of its columns is one of advanced hunting.");
            }
            String stated = category.startsWith(CATEGORY) ? category.substring(CATEGORY.length()) : named(fields);
            rows.row(
                    columns,
                    stated,
                    new ObjectRow(values, envelope.node()),
                    new RowRef(source.sha256(), entry.row()),
                    sink);
        }

        private static String named(Fields fields) {
            for (String column : new String[] {"$table", "TableName", "SourceTable", "Table", "Type"}) {
                String named = HuntingTables.named(fields.text(column));
                if (!named.isEmpty()) {
                    return named;
                }
            }
            return "";
        }
    }
}
