package dupin.ui.shell;

import dupin.service.CaseStatus;
import dupin.service.Job;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.WindowDialogs;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's content: rail, top bar, pages, status bar. Pages stay as they are while another is shown. FX thread.
public final class MainWindow {
    private static final double FOLD_RAIL_BELOW = 1100;

    private final Commands commands;
    private final StackPane centre = new StackPane();
    private final NavigationRail rail = new NavigationRail(this::go);
    private final TopBar top;
    private final StatusBar status;
    private final Label dropHere = new Label(Messages.text("shell.drop"));
    private final Overlay overlay;
    private final SortedMap<Page, Node> pages = new TreeMap<>();
    private final Runnable palette;
    private final FxThread fx = new FxThread();
    private Page page = Page.INCIDENTS;
    private boolean narrow;

    /// @param palette opens the command palette
    public MainWindow(Commands commands, Runnable palette) {
        this.commands = commands;
        this.palette = palette;
        top = new TopBar(commands);
        status = new StatusBar(commands);
        centre.getStyleClass().add("pages");
        dropHere.getStyleClass().add("drop-here");
        dropHere.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        dropHere.setVisible(false);
        dropHere.setMouseTransparent(true);
        var frame = new BorderPane(new StackPane(centre, dropHere));
        frame.setTop(top);
        frame.setBottom(status);
        var content = new BorderPane(frame);
        content.setLeft(rail);
        overlay = new Overlay(content);
        overlay.getStyleClass().add("main-window");
        overlay.addEventFilter(KeyEvent.KEY_PRESSED, this::onShortcut);
        overlay.addEventHandler(KeyEvent.KEY_TYPED, this::onLetter);
        overlay.setOnDragOver(this::onDragOver);
        overlay.setOnDragExited(_ -> dropHere.setVisible(false));
        overlay.setOnDragDropped(this::onDrop);
        overlay.widthProperty()
                .addListener((_, _, width) -> {
                    boolean now = width.doubleValue() < FOLD_RAIL_BELOW;
                    if (now != narrow) {
                        narrow = now;
                        rail.fold(now);
                    }
                });
        rail.show(page);
        overlay.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::found);
    }

    /// When what had the focus goes away, the page that is shown takes it: keys must never go nowhere.
    private void found(@Nullable Node owner) {
        if (owner == null && overlay.getScene() != null) {
            fx.execute(() -> {
                Scene scene = overlay.getScene();
                if (scene != null && scene.getFocusOwner() == null && !overlay.dialogShown()) {
                    focus(pages.get(page));
                }
            });
        }
    }

    public Overlay root() {
        return overlay;
    }

    /// Puts a page in place of the one that was there.
    public void page(Page which, Node node) {
        Node before = pages.put(which, node);
        centre.getChildren().remove(before);
        reveal();
    }

    public void go(Page next) {
        page = next;
        rail.show(next);
        reveal();
        focus(pages.get(next));
    }

    /// To what the page marks as first, else to its table, else to the page.
    private static void focus(@Nullable Node shown) {
        if (shown != null) {
            Node first = shown.lookup(".first-focus");
            Node table = shown.lookup(".table-view");
            (first != null ? first : table != null ? table : shown).requestFocus();
        }
    }

    public Page current() {
        return page;
    }

    public void noCase() {
        top.noCase();
        status.noCase();
        rail.count(Page.ACTIONS, 0);
    }

    /// What a press on the armed responder's name does.
    public void onResponder(Runnable choose) {
        top.onResponder(choose);
    }

    public void caseOpen(String name) {
        top.caseOpen(name);
    }

    public void show(CaseStatus now) {
        status.show(now);
        top.responder(now.responder(), now.responderReal(), now.waitingForResponder());
        top.brakes(now.trippedBrakes());
        top.automation(now.automationStopped());
        rail.count(Page.ACTIONS, now.pendingActions());
    }

    /// Tells of what happened meanwhile, without covering anything.
    public void tell(List<NoticeBell.Notice> notices) {
        status.tell(notices);
    }

    public void jobs(List<Job> running) {
        status.jobs(running);
    }

    private void reveal() {
        Node shown = pages.get(page);
        for (Node opened : centre.getChildren()) {
            opened.setVisible(opened == shown);
            opened.setManaged(opened == shown);
        }
        // A page that nobody has opened yet is none of the screen's work: its tables would be styled and laid out with
        // the rest.
        if (shown != null && !centre.getChildren().contains(shown)) {
            centre.getChildren().add(opened(page), shown);
            // What a page is to give the focus to comes into being with its styles.
            shown.applyCss();
        }
    }

    /// How many pages before this one are opened.
    private int opened(Page before) {
        var nodes = new ArrayList<>(pages.headMap(before).values());
        nodes.retainAll(centre.getChildren());
        return nodes.size();
    }

    private void onShortcut(KeyEvent e) {
        if (!e.isShortcutDown() || overlay.dialogShown() || overlay.covered()) {
            return;
        }
        int digit = e.getCode().isDigitKey() ? e.getCode().getCode() - KeyCode.DIGIT0.getCode() : -1;
        Optional<Page> wanted = Arrays.stream(Page.values()).filter(p -> p.digit() == digit).findFirst();
        if (wanted.isPresent()) {
            go(wanted.get());
            e.consume();
        } else if (e.getCode() == KeyCode.K) {
            palette.run();
            e.consume();
        } else if (e.getCode() == KeyCode.O) {
            commands.chooseImport();
            e.consume();
        }
    }

    private void onLetter(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl
                || overlay.dialogShown()
                || overlay.covered()
                || e.isShortcutDown()) {
            return;
        }
        if (e.getCharacter().equals("/") && !top.search().isDisabled()) {
            search();
            e.consume();
        } else if (e.getCharacter().equals("?")) {
            keySheet();
            e.consume();
        }
    }

    /// Takes the focus into the search of the case.
    public void search() {
        top.search().requestFocus();
    }

    /// Shows what the keys do.
    public void keySheet() {
        KeySheet.open(new WindowDialogs(overlay));
    }

    /// What a press on the armed responder's name does.
    public void chooseResponder() {
        top.chooseResponder();
    }

    private void onDragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            dropHere.setVisible(true);
            e.consume();
        }
    }

    private void onDrop(DragEvent e) {
        dropHere.setVisible(false);
        List<Path> files = e.getDragboard().getFiles().stream().map(File::toPath).toList();
        e.setDropCompleted(!files.isEmpty());
        e.consume();
        if (!files.isEmpty()) {
            commands.importFiles(files);
        }
    }
}
