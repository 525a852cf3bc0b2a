package dupin.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Dialogs as boxes over the window's content; files and folders by the system's own choosers. FX thread.
public final class WindowDialogs implements Dialogs {
    private final Overlay overlay;

    public WindowDialogs(Overlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public void confirm(Confirmation confirmation, Runnable confirmed) {
        var go = new Button(confirmation.verb());
        go.getStyleClass().add(confirmation.danger() == Danger.DISRUPTIVE ? "danger-outline" : "accent");
        var box = box(confirmation.title(), confirmation.text());
        Node first = go;
        if (!confirmation.typed().isEmpty()) {
            var field = new TextField();
            field.setPromptText(Messages.text("dialog.type", confirmation.typed()));
            go.disableProperty().bind(field.textProperty().isNotEqualTo(confirmation.typed()));
            box.getChildren().add(field);
            first = field;
        }
        var cancel = cancel(Messages.text("dialog.cancel"));
        if (confirmation.danger() == Danger.DISRUPTIVE && first == go) {
            first = cancel;
        }
        finish(box, first, cancel, go, confirmed);
    }

    @Override
    public void ask(Question question, Consumer<String> answered) {
        if (question.need() == Need.NAME) {
            name(question, answered);
            return;
        }
        var area = new TextArea();
        area.setPromptText(question.prompt());
        area.setAccessibleText(question.prompt().isEmpty() ? question.title() : question.prompt());
        area.setPrefRowCount(4);
        area.setWrapText(true);
        var go = new Button(question.verb());
        go.getStyleClass().add("accent");
        if (question.need() == Need.REQUIRED) {
            go.disableProperty().bind(area.textProperty().map(String::isBlank));
        }
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                        go.fire();
                        e.consume();
                    }
                });
        var box = box(question.title(), question.text());
        box.getChildren().add(area);
        finish(box, area, cancel(Messages.text("dialog.cancel")), go, () -> answered.accept(area.getText().strip()));
    }

    private void name(Question question, Consumer<String> answered) {
        var field = new TextField();
        field.setPromptText(question.prompt());
        field.setAccessibleText(question.prompt().isEmpty() ? question.title() : question.prompt());
        form(
                new Form(
                        question.title(),
                        question.text(),
                        field,
                        field,
                        question.verb(),
                        Danger.HARMLESS,
                        field.textProperty().map(text -> !text.isBlank()),
                        false),
                () -> answered.accept(field.getText().strip()));
    }

    @Override
    public void form(Form form, Runnable done) {
        var go = new Button(form.verb());
        go.getStyleClass().add(form.danger() == Danger.DISRUPTIVE ? "danger-outline" : "accent");
        // Bound, not listened to: nobody else keeps a binding that the caller made, and a button that its guard has
        // left
        // to the collector can always be pressed.
        go.disableProperty().bind(form.ready().map(ready -> !ready));
        var box = box(form.title(), form.text());
        if (form.wide()) {
            box.getStyleClass().add("dialog-wide");
        }
        VBox.setVgrow(form.content(), Priority.ALWAYS);
        box.getChildren().add(form.content());
        if (form.danger() == Danger.HARMLESS) {
            box.addEventHandler(KeyEvent.KEY_PRESSED, e -> written(e, go));
        }
        finish(box, form.first(), cancel(Messages.text("dialog.cancel")), go, done);
    }

    /// Enter in a line of text is as good as the button, where nothing can be broken by it.
    private static void written(KeyEvent e, Button go) {
        boolean line = e.getTarget() instanceof TextField field && !(field.getParent() instanceof ComboBoxBase<?>);
        if (e.getCode() == KeyCode.ENTER && line && !go.isDisabled()) {
            e.consume();
            go.fire();
        }
    }

    @Override
    public void show(Sheet sheet) {
        var box = box(sheet.title(), "");
        if (sheet.wide()) {
            box.getStyleClass().add("dialog-wide");
        }
        box.getChildren().add(sheet.content());
        var close = new Button(Messages.text("dialog.close"));
        close.getStyleClass().add("accent");
        close.setOnAction(_ -> overlay.closeDialog());
        finish(box, close, List.of(close));
    }

    @Override
    public void error(Problem problem) {
        var box = box(problem.title(), problem.text());
        var copy = new Button(Messages.text("dialog.copyDetails"), Icon.COPY.node());
        copy.setOnAction(_ -> TableCopy.put(problem.title() + "\n" + problem.text() + "\n\n" + problem.details()));
        if (!problem.details().isEmpty()) {
            var details = new TextArea(problem.details());
            details.setEditable(false);
            details.setAccessibleText(problem.title());
            details.setPrefRowCount(8);
            details.getStyleClass().add("details");
            box.getChildren().add(details);
        }
        var close = new Button(Messages.text("dialog.close"));
        close.getStyleClass().add("accent");
        finish(box, close, copy, close, () -> {});
    }

    @Override
    public void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen) {
        overlay.choosers().openFiles(window(), title, kinds, chosen);
    }

    @Override
    public void openFolder(String title, Consumer<Path> chosen) {
        overlay.choosers().openFolder(window(), title, chosen);
    }

    @Override
    public void saveFile(String title, String suggestedName, List<FileKind> kinds, Consumer<Path> chosen) {
        overlay.choosers().saveFile(window(), title, suggestedName, kinds, chosen);
    }

    private Window window() {
        return overlay.getScene().getWindow();
    }

    private static VBox box(String title, String text) {
        var heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        var body = new Label(text);
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        body.setManaged(!text.isEmpty());
        var box = new VBox(heading, body);
        box.getStyleClass().add("dialog-box");
        return box;
    }

    private Button cancel(String word) {
        var button = new Button(word);
        button.setOnAction(_ -> overlay.closeDialog());
        return button;
    }

    private void finish(VBox box, Node first, Button second, Button go, Runnable act) {
        go.setOnAction(_ -> {
            overlay.closeDialog();
            act.run();
        });
        finish(box, first, List.of(second, go));
    }

    private void finish(VBox box, Node first, List<Button> row) {
        box.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.getTarget() instanceof Button button) {
                        button.fire();
                        e.consume();
                    }
                });
        var buttons = new HBox();
        buttons.getChildren().addAll(row);
        buttons.getStyleClass().add("buttons");
        box.getChildren().add(buttons);
        overlay.showDialog(box, first);
    }
}
