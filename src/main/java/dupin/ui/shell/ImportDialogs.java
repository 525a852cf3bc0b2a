package dupin.ui.shell;

import dupin.model.ImportReceipt;
import dupin.model.Imported;
import dupin.service.ImportPlan;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import dupin.ui.fx.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Asks before an import what would come in, and says afterwards what did. FX thread.
public final class ImportDialogs {
    private final Dialogs dialogs;

    private record FileRow(
            String name, String format, long read, String gives, long rejects, Standing standing, String reason) {}

    private enum Standing {
        REFUSED,
        KNOWN,
        USABLE
    }

    public ImportDialogs(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    public void choose(Consumer<List<Path>> chosen) {
        dialogs.openFiles(
                Messages.text("shell.chooseFiles"),
                List.of(
                        new Dialogs.FileKind(
                                Messages.text("shell.exports"),
                                List.of("json", "ndjson", "jsonl", "csv", "xml", "zip", "gz")),
                        new Dialogs.FileKind(Messages.text("shell.allFiles"), List.of())),
                chosen);
    }

    /// All files of a folder.
    public void chooseFolder(Consumer<List<Path>> chosen) {
        dialogs.openFolder(Messages.text("shell.chooseFolder"), folder -> chosen.accept(List.of(folder)));
    }

    /// Shows what the plan would give; `go` is called when the user wants it.
    public void preview(ImportPlan plan, Runnable go) {
        List<FileRow> rows = plan.items().stream().map(ImportDialogs::row).toList();
        TableView<FileRow> table =
                Tables.of(
                        new EmptyState(Icon.IMPORT, Messages.text("shell.noFiles"), ""),
                        Columns.mono("file", Messages.text("shell.file"), 250, FileRow::name),
                        Columns.badge(
                                "standing",
                                Messages.text("shell.standing"),
                                130,
                                FileRow::standing,
                                s -> s == null ? Face.NONE : face(s)),
                        Columns.text("format", Messages.text("shell.format"), 150, FileRow::format),
                        Columns.number("records", Messages.text("shell.records"), 72, FileRow::read),
                        Columns.number("rejects", Messages.text("shell.rejects"), 72, FileRow::rejects),
                        Columns.text(
                                "gives",
                                Messages.text("shell.gives"),
                                200,
                                row -> row.reason().isEmpty() ? row.gives() : row.reason()));
        table.setPrefHeight(Math.min(12, Math.max(3, rows.size() + 1)) * Tables.ROW_HEIGHT + Tables.ROW_HEIGHT);
        Tables.show(table, rows, FileRow::name);
        String reasons =
                plan.items().stream()
                        .map(ImportPlan.Item::refusal)
                        .filter(refusal -> !refusal.isEmpty())
                        .collect(Collectors.joining("\n"));
        long usable = plan.items().stream().filter(ImportPlan.Item::usable).count();
        String why = usable == 0 ? Messages.text("shell.nothingUsable") : Messages.text("shell.previewHelp");
        dialogs.form(
                new Dialogs.Form(
                        Messages.text("shell.preview", usable, plan.items().size()),
                        why,
                        reasons.isEmpty() ? table : new VBox(12, table, refusals(reasons)),
                        table,
                        Messages.text("shell.importFiles", usable),
                        Dialogs.Danger.HARMLESS,
                        new SimpleBooleanProperty(plan.anyUsable()),
                        true),
                go);
    }

    /// Why files are refused, whole: a cell of the table cuts it.
    private static TextArea refusals(String reasons) {
        var area = new TextArea(reasons);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setAccessibleText(Messages.text("shell.refused"));
        return area;
    }

    public void summary(List<ImportReceipt> receipts) {
        String text = text(receipts);
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("details");
        area.setAccessibleText(Messages.text("shell.summaryHelp"));
        area.setPrefRowCount(Math.min(18, Math.max(5, (int) text.lines().count() + 1)));
        var copy = new Button(Messages.text("shell.copySummary"), Icon.COPY.node());
        copy.setOnAction(_ -> TableCopy.put(text));
        var note = new Label(Messages.text("shell.summaryHelp"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        dialogs.show(new Dialogs.Sheet(title(receipts), new VBox(12, area, note, copy), true));
    }

    /// One sentence for the toast.
    public static String title(List<ImportReceipt> receipts) {
        long alerts = receipts.stream().mapToLong(ImportReceipt::alerts).sum();
        long events = receipts.stream().mapToLong(ImportReceipt::events).sum();
        long rejects = receipts.stream().mapToLong(ImportReceipt::rejectCount).sum();
        return Messages.text("shell.imported", receipts.size(), alerts, events, rejects);
    }

    /// What each file gave and each reject with its place and reason, as text to copy.
    static String text(List<ImportReceipt> receipts) {
        var lines = new ArrayList<String>();
        for (ImportReceipt receipt : receipts) {
            lines.add(receipt.fileName() + "  (" + receipt.format() + ")");
            lines.add("  " + gives(receipt));
            lines.add("  SHA-256 " + receipt.sha256());
            for (Imported.Rejected reject : receipt.rejects()) {
                lines.add("  " + Messages.text("shell.reject", reject.place(), reject.reason()));
            }
            if (receipt.rejectCount() > receipt.rejects().size()) {
                lines.add("  " + Messages.text("shell.moreRejects", receipt.rejectCount() - receipt.rejects().size()));
            }
        }
        return String.join("\n", lines);
    }

    private static FileRow row(ImportPlan.Item item) {
        ImportReceipt receipt = item.receipt();
        String name = String.valueOf(item.file().getFileName());
        if (receipt == null) {
            return new FileRow(name, "", 0, "", 0, Standing.REFUSED, item.refusal());
        }
        String known = item.known() ? Messages.text("shell.knownHelp") : "";
        Standing standing = item.known() ? Standing.KNOWN : Standing.USABLE;
        return new FileRow(
                name, receipt.format(), receipt.read(), gives(receipt), receipt.rejectCount(), standing, known);
    }

    private static String gives(ImportReceipt receipt) {
        var parts = new ArrayList<String>();
        add(parts, receipt.incidents(), Messages.text("shell.someIncidents", receipt.incidents()));
        add(parts, receipt.alerts(), Messages.text("shell.someAlerts", receipt.alerts()));
        add(parts, receipt.investigations(), Messages.text("shell.someInvestigations", receipt.investigations()));
        add(parts, receipt.actions(), Messages.text("shell.someActions", receipt.actions()));
        add(parts, receipt.events(), Messages.text("shell.someEvents", receipt.events()));
        add(parts, receipt.entities(), Messages.text("shell.someEntities", receipt.entities()));
        add(parts, receipt.duplicates(), Messages.text("shell.someDuplicates", receipt.duplicates()));
        return parts.isEmpty() ? Messages.text("shell.givesNothing") : String.join(" · ", parts);
    }

    private static void add(List<String> parts, long count, String counted) {
        if (count > 0) {
            parts.add(counted);
        }
    }

    private static Face face(Standing standing) {
        return switch (standing) {
            case USABLE -> new Face("verdict-clean", Face.Form.NONE, "", Icon.CHECK, Messages.text("shell.usable"));
            case KNOWN -> new Face("state-declined", Face.Form.NONE, "", Icon.INFO, Messages.text("shell.known"));
            case REFUSED -> new Face("state-failed", Face.Form.NONE, "", Icon.REJECT, Messages.text("shell.refused"));
        };
    }
}
