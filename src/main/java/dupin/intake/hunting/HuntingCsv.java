package dupin.intake.hunting;

import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.csv.Columns;
import dupin.intake.csv.CsvDialect;
import dupin.intake.csv.CsvImport;
import dupin.intake.csv.Row;
import dupin.model.RowRef;
import java.io.IOException;

/// Results of advanced hunting as delimited text: whole tables, some of their columns, or several tables with a column
/// that names each row's.
public final class HuntingCsv implements Importer {
    private static final int SHOWN = 8;

    @Override
    public String format() {
        return "Microsoft Defender advanced hunting results (CSV)";
    }

    @Override
    public int recognises(Head head) {
        String text = head.text();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("<")) {
            return 0;
        }
        Columns columns = CsvDialect.of(text, HuntingTables::knows).columns(text);
        long known = known(columns);
        if (known >= 2 && !HuntingTables.told(columns).isEmpty()) {
            return 85;
        }
        if (known >= 2 && !HuntingTables.inFileName(head.name()).isEmpty()) {
            return 80;
        }
        return isEvent(columns) ? 40 : known >= 1 && columns.size() >= 2 ? 5 : 0;
    }

    private static long known(Columns columns) {
        return columns.names().stream().filter(HuntingTables::knows).count();
    }

    /// Something that happened at some time, with at least one more column that is understood.
    private static boolean isEvent(Columns columns) {
        return columns.of("Timestamp", "TimeGenerated") >= 0 && known(columns) >= 3;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        Head head = Head.of(source);
        CsvDialect dialect = CsvDialect.of(head.text(), HuntingTables::knows);
        if (recognises(head) < 40) {
            String names = String.join(", ", dialect.columns(head.text()).names().stream().limit(SHOWN).toList());
            throw new ImportRefusedException(
                    source.name()
                            + " is a table with the columns "
                            + names
                            + ", which tell no table of advanced hunting. Export whole tables, or keep at least Timestamp, DeviceName and ActionType.");
        }
        CsvImport.read(source, sink, dialect, columns -> new Rows(columns, HuntingTables.inFileName(source.name())));
    }

    private static final class Rows implements CsvImport.Rows {
        private final Columns columns;
        private final int table;
        private final String usual;
        private final HuntingRows rows = new HuntingRows();

        Rows(Columns columns, String fileTable) {
            this.columns = columns;
            this.table = columns.of("$table", "TableName", "SourceTable", "Table", "Type");
            String told = HuntingTables.told(columns);
            boolean sameFamily =
                    told.startsWith("Device")
                            && told.endsWith("Events")
                            && fileTable.startsWith("Device")
                            && fileTable.endsWith("Events");
            this.usual = told.isEmpty() || sameFamily ? fileTable : "";
        }

        @Override
        public void row(Row row, RowRef ref, Sink sink) {
            String named = table < 0 ? "" : HuntingTables.named(row.text(table));
            rows.row(columns, named.isEmpty() ? usual : named, row, ref, sink);
        }

        @Override
        public void end(Sink sink) {
            rows.end(sink);
        }
    }
}
