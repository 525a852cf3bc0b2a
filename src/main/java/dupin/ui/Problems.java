package dupin.ui;

import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What failed since the start, each with a code that is the same for the same fault, to be read again and copied. FX thread.
final class Problems {
    private static final int KEPT = 100;

    private final List<Told> told = new ArrayList<>();

    /// @param details for the support; "" for what a sentence says whole
    record Told(Instant at, String code, String sentence, String details) {
        String all() {
            return code + "  " + at + "\n" + sentence + (details.isEmpty() ? "" : "\n\n" + details);
        }
    }

    /// A short name of a fault: what it is and where in our own code it arose, wherever it was caught.
    static String code(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String where = "";
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("dupin.")) {
                where = frame.getClassName() + "." + frame.getMethodName();
                break;
            }
        }
        return code(root.getClass().getName() + " " + where);
    }

    static String code(String text) {
        return String.format(Locale.ROOT, "DUP-%06X", text.hashCode() & 0xFFFFFF);
    }

    void add(String code, String sentence, String details) {
        told.addFirst(new Told(Instant.now(), code, sentence, details));
        if (told.size() > KEPT) {
            told.removeLast();
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    void open(Dialogs dialogs) {
        if (told.isEmpty()) {
            dialogs.show(
                    new Dialogs.Sheet(
                            Messages.text("problems.title"), new Label(Messages.text("problems.none")), false));
            return;
        }
        var list = new ListView<String>();
        list.setId("problems-list");
        list.setAccessibleText(Messages.text("problems.title"));
        told.forEach(one ->
                list.getItems()
                        .add(one.code() + "   " + Times.full(one.at()) + "   " + one.sentence().replace('\n', ' ')));
        list.setPrefHeight(180);
        var details = new TextArea();
        details.setEditable(false);
        details.setWrapText(false);
        details.setPrefRowCount(10);
        details.getStyleClass().add("details");
        details.setAccessibleText(Messages.text("problems.details"));
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(at -> {
                    int index = at.intValue();
                    details.setText(index < 0 ? "" : told.get(index).all());
                });
        list.getSelectionModel().select(0);
        var copy = new Button(Messages.text("problems.copy"), Icon.COPY.node());
        copy.setId("problems-copy");
        copy.setOnAction(_ -> TableCopy.put(String.join("\n\n----\n\n", told.stream().map(Told::all).toList())));
        dialogs.show(new Dialogs.Sheet(Messages.text("problems.title"), new VBox(8, list, details, copy), true));
    }
}
