package dupin.ui.fx;

import dupin.service.Chosen;
import dupin.service.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Writes exactly what a table shows: the visible columns in their order, all rows of the window in theirs, page by page in
/// the background. Asked for on the FX thread.
public final class CsvExport {
    private CsvExport() {}

    /// Asks for a file and writes to it.
    ///
    /// @param suggested name of the file
    public static <T> void of(Frame frame, TableView<T> table, Window<T> window, String suggested) {
        List<DataColumn<T, ?>> columns = List.copyOf(Tables.shown(table));
        frame.dialogs()
                .saveFile(
                        Messages.text("table.export"),
                        suggested,
                        List.of(new Dialogs.FileKind("CSV", List.of("csv"))),
                        file ->
                                frame.pump()
                                        .once(
                                                () -> write(file, columns, window),
                                                written -> say(frame, file, written)));
    }

    private record Written(int rows, String failure) {}

    private static <T> Written write(Path file, List<DataColumn<T, ?>> columns, Window<T> window) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return new Written(write(out, columns, window), "");
        } catch (IOException | UncheckedIOException e) {
            return new Written(0, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    /// @return how many rows were written
    static <T> int write(Writer out, List<DataColumn<T, ?>> columns, Window<T> window) throws IOException {
        var head = new StringBuilder();
        Csv.line(head, columns.stream().map(TableColumn::getText).toList());
        out.append(head);
        int[] written = {0};
        Chosen.all(window)
                .each(page -> {
                    var lines = new StringBuilder();
                    for (T row : page) {
                        Csv.line(lines, columns.stream().map(column -> column.textOf(row)).toList());
                    }
                    try {
                        out.append(lines);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    written[0] += page.size();
                });
        return written[0];
    }

    private static void say(Frame frame, Path file, Written written) {
        if (written.failure().isEmpty()) {
            frame.toasts().say(Messages.text("table.exported", written.rows(), file));
        } else {
            frame.dialogs().error(new Dialogs.Problem(Messages.text("table.notExported", file), written.failure(), ""));
        }
    }
}
