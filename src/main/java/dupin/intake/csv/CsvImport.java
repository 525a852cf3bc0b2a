package dupin.intake.csv;

import dupin.intake.BadContentException;
import dupin.intake.BadRecordException;
import dupin.intake.ImportRefusedException;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.intake.TextStream;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// Reads a whole file of delimited text on the calling thread: rows go to their reader, bad rows become rejects with
/// their line.
public final class CsvImport {
    private static final int PROGRESS_ROWS = 4_096;

    private final Source source;
    private final Sink sink;
    private long good;
    private String firstFault = "";

    private CsvImport(Source source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Takes the rows of one file.
    public interface Rows {

        /// @throws BadRecordException when the row cannot be used; any other unchecked exception counts as that too
        void row(Row row, RowRef ref, Sink sink);

        /// The file has been read to its end.
        default void end(Sink sink) {}
    }

    /// @param rows makes the reader for the file's columns
    /// @throws ImportRefusedException when the file has no row that can be used
    public static void read(Source source, Sink sink, CsvDialect dialect, Function<Columns, Rows> rows)
            throws IOException, ImportRefusedException {
        new CsvImport(source, sink).read(dialect, rows);
    }

    private void read(CsvDialect dialect, Function<Columns, Rows> rows) throws IOException, ImportRefusedException {
        try (var records = new CsvRecords(TextStream.open(source), dialect)) {
            Rows reader = rows.apply(records.columns());
            try {
                while (records.next()) {
                    row(records, reader);
                }
            } catch (BadContentException e) {
                reject(records.offset(), records.line(), "The rest was not read: " + e.getMessage());
            }
            reader.end(sink);
        }
        sink.progress(source.size());
        if (good == 0) {
            throw new ImportRefusedException(
                    firstFault.isEmpty()
                            ? source.name() + " holds column names and no rows; there is nothing to import."
                            : source.name() + " holds no row that can be used. " + firstFault);
        }
    }

    private void row(CsvRecords records, Rows reader) {
        if (!records.problem().isEmpty()) {
            reject(records.offset(), records.line(), "The row was left out because " + records.problem() + ".");
            return;
        }
        try {
            reader.row(records, new RowRef(source.sha256(), source.firstRow() + records.record()), sink);
            good++;
        } catch (BadRecordException e) {
            reject(records.offset(), records.line(), e.reason());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            reject(
                    records.offset(),
                    records.line(),
                    "The row is not in the expected shape (" + e.getClass().getSimpleName() + ").");
        }
        if (records.record() % PROGRESS_ROWS == 0) {
            sink.progress(records.offset());
        }
    }

    private void reject(long offset, long line, String reason) {
        if (firstFault.isEmpty()) {
            firstFault = "At line " + line + ": " + reason;
        }
        sink.accept(new Imported.Rejected(offset, "line " + line, reason));
    }
}
