package dupin.intake.sentinel;

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

/// `SecurityAlert` and `SecurityIncident` as delimited text, whatever the delimiter.
public final class SentinelCsv implements Importer {

    @Override
    public String format() {
        return "Microsoft Sentinel tables SecurityAlert and SecurityIncident (CSV)";
    }

    @Override
    public int recognises(Head head) {
        String text = head.text();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("<")) {
            return 0;
        }
        Columns columns = CsvDialect.of(text, SentinelTables::knows).columns(text);
        return SentinelTables.isAlert(columns) || SentinelTables.isIncident(columns) ? 95 : 0;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        CsvDialect dialect = CsvDialect.of(Head.of(source).text(), SentinelTables::knows);
        CsvImport.read(source, sink, dialect, Rows::new);
    }

    private static final class Rows implements CsvImport.Rows {
        private final Columns columns;
        private final boolean alerts;
        private final SentinelTables tables = new SentinelTables();

        Rows(Columns columns) {
            this.columns = columns;
            this.alerts = SentinelTables.isAlert(columns);
        }

        @Override
        public void row(Row row, RowRef ref, Sink sink) {
            var cells = new Cells.OfRow(columns, row);
            if (alerts) {
                tables.alert(cells, row.raw(), ref, sink);
            } else {
                tables.incident(cells, ref, sink);
            }
        }
    }
}
