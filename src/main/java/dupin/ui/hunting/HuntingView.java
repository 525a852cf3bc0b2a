package dupin.ui.hunting;

import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntSyntaxException;
import dupin.service.Desk;
import dupin.service.Hunt;
import dupin.service.HuntRow;
import dupin.service.HuntShelf;
import dupin.service.Hunting;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.TraversalDirection;
import org.jspecify.annotations.Nullable;

/// Words find entities as they are typed; a query is run by Ctrl+Enter and shows rows. FX thread.
public final class HuntingView extends StackPane implements AutoCloseable {
    private final Frame frame;
    private final Desk desk;
    private final Hunting hunting;
    private final HuntShelf shelf;
    private final HuntLinks links;
    private final BorderPane body = new BorderPane();
    private final QueryEditor editor = new QueryEditor();
    private final WordResults words;
    private final Completions completions;
    private final Label said = new Label();
    private final Button run = new Button();
    private final Button show = new Button(Messages.text("hunting.openIncident"), Icon.INCIDENT.node());
    private final EmptyState waiting =
            new EmptyState(Icon.HUNTING, Messages.text("hunting.ready"), Messages.text("hunting.readyHelp"));
    private final HuntResults results;
    private final Live<HuntAnswer> live;
    private HuntAnswer.@Nullable Run under;
    private @Nullable Hunt found;

    public HuntingView(
            Frame frame, Desk desk, Hunting hunting, HuntShelf shelf, HuntLinks links, HuntPictures pictures) {
        this.frame = frame;
        this.desk = desk;
        this.hunting = hunting;
        this.shelf = shelf;
        this.links = links;
        results = new HuntResults(frame, links, pictures, this::open);
        addEventFilter(KeyEvent.KEY_PRESSED, results::key);
        getStyleClass().addAll("panel", "hunting-page");
        words = new WordResults(desk, frame.pump(), hit -> links.explain(hit.entity()));
        live = frame.pump().live(() -> new HuntAnswer.CalledOff(0), this::answered);
        var floor = new Pane();
        floor.setPickOnBounds(false);
        body.setTop(head());
        body.setCenter(words);
        getChildren().addAll(body, floor);
        completions = new Completions(editor, floor);
        frame.pump().once(hunting::attributes, completions::know);
        editor.area().textProperty().addListener((_, _, text) -> typed(text));
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        words.count()
                .addListener((_, _, count) -> {
                    if (body.getCenter() == words) {
                        say(count, false);
                    }
                });
        words.incident().addListener((_, _, incident) -> show.setDisable(incident.isEmpty()));
        typed("");
    }

    /// Searches for words, or puts a query into the editor without running it.
    public void search(String text) {
        editor.area().setText(text);
        completions.hide();
        editor.area().requestFocus();
        editor.area().end();
    }

    /// Puts a query into the editor and runs it.
    public void hunt(String query) {
        search(query);
        run();
    }

    /// What was found last; null before the first hunt.
    @Nullable Hunt found() {
        return found;
    }

    @Override
    public void close() {
        callOff();
        live.dispose();
        words.close();
    }

    private VBox head() {
        var title = new Label(Messages.text("hunting.title"));
        title.getStyleClass().add("title");
        var menus = new HuntMenus(frame, shelf, () -> editor.area().getText(), this::search);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var help = new Button("", Icon.HELP.node());
        help.setId("hunt-help");
        help.getStyleClass().add("quiet");
        help.setAccessibleText(Messages.text("hunting.help"));
        help.setTooltip(new Tooltip(Messages.text("hunting.help")));
        help.setOnAction(_ -> HuntHelp.open(frame.dialogs()));
        var top = new HBox(4, title, space, menus.starters(), menus.history(), menus.saved(), help);
        top.getStyleClass().add("card-line");
        run.setId("hunt-run");
        run.getStyleClass().add("accent");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(_ -> {
            if (under == null) {
                run();
            } else {
                callOff();
            }
        });
        running(false);
        show.setDisable(true);
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> links.incident(words.incident().getValue()));
        HBox.setHgrow(editor, Priority.ALWAYS);
        var line = new HBox(8, editor, run, show);
        said.setId("hunt-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.setOnMouseClicked(_ -> point());
        var head = new VBox(8, top, line, said);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void typed(String text) {
        boolean query = HuntQuery.meant(text);
        HuntSyntaxException fault = QueryEditor.check(text);
        editor.mark(fault);
        run.setDisable(!query && under == null);
        show.setVisible(!query);
        show.setManaged(!query);
        if (!query) {
            callOff();
            center(words);
            say("", false);
            words.ask(text);
        } else if (body.getCenter() == words) {
            center(waiting);
        }
        if (fault != null) {
            // What is not yet complete is no mistake.
            say(fault.sentence(), fault.position() < text.stripTrailing().length());
        } else if (query) {
            say(Messages.text("hunting.runHint"), false);
        }
    }

    private void center(Node node) {
        if (body.getCenter() != node) {
            body.setCenter(node);
        }
    }

    private void pressed(KeyEvent e) {
        // The list of completions hears of keys on the same node, before this.
        if (e.isConsumed()) {
            return;
        }
        boolean query = HuntQuery.meant(editor.area().getText());
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            completions.hide();
            run();
            e.consume();
        } else if (completions.showing()) {
            return;
        } else if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
            editor.area()
                    .requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            e.consume();
        } else if (!query && (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER)) {
            words.enter();
            e.consume();
        }
    }

    private void run() {
        String text = editor.area().getText().strip();
        if (!HuntQuery.meant(text)) {
            return;
        }
        HuntSyntaxException fault = QueryEditor.check(text);
        if (fault != null) {
            answered(new HuntAnswer.Wrong(fault));
            point();
            return;
        }
        callOff();
        var next = new HuntAnswer.Run();
        under = next;
        running(true);
        say(Messages.text("hunting.running"), false);
        live.replace(() -> {
            shelf.asked(text);
            return next.of(text, hunting::run);
        });
    }

    private void callOff() {
        HuntAnswer.Run before = under;
        if (before != null) {
            before.callOff();
        }
    }

    private void running(boolean now) {
        run.setText(now ? Messages.text("hunting.cancel") : Messages.text("hunting.run"));
        run.setGraphic(now ? Icon.STOP.node() : Icon.PLAY.node());
        run.setTooltip(new Tooltip(Messages.text("hunting.runHint")));
    }

    private void answered(HuntAnswer answer) {
        under = null;
        running(false);
        switch (answer) {
            case HuntAnswer.Wrong wrong -> {
                editor.mark(wrong.error());
                say(wrong.error().sentence(), true);
            }
            case HuntAnswer.CalledOff off -> say(Messages.text("hunting.calledOff", off.looked()), false);
            case HuntAnswer.Found hunt -> show(hunt);
        }
        run.setDisable(!HuntQuery.meant(editor.area().getText()));
    }

    private void show(HuntAnswer.Found answer) {
        Hunt hunt = answer.hunt();
        found = hunt;
        if (!HuntQuery.meant(editor.area().getText())) {
            return;
        }
        results.show(hunt);
        center(results);
        say(sentence(answer), false);
    }

    private static String sentence(HuntAnswer.Found answer) {
        Hunt hunt = answer.hunt();
        int rows = hunt.all().size();
        var said = new ArrayList<String>();
        said.add(
                hunt.more()
                        ? Messages.text("hunting.firstOfMore", rows)
                        : rows < hunt.matched()
                                ? Messages.text("hunting.firstOf", rows, hunt.matched())
                                : Messages.text("hunting.allRows", rows));
        said.add(
                hunt.partly()
                        ? Messages.text("hunting.told", answer.millis())
                        : Messages.text("hunting.looked", hunt.looked(), answer.millis()));
        hunt.unknown().forEach(name -> said.add(Messages.text("hunting.unknown", name)));
        return String.join(" ", said);
    }

    /// Shows a row whole, in the flyout.
    public void open(HuntRow row) {
        HuntRowSheet.show(row, frame, desk, links);
    }

    /// Brings the caret to what is wrong.
    private void point() {
        HuntSyntaxException fault = QueryEditor.check(editor.area().getText());
        if (fault != null) {
            editor.area().requestFocus();
            editor.area().selectRange(fault.position(), fault.position() + fault.length());
        }
    }

    private void say(String sentence, boolean wrong) {
        said.setText(sentence);
        said.getStyleClass().removeAll(List.of("caption", "danger-text"));
        said.getStyleClass().add(wrong ? "danger-text" : "caption");
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }
}
