package dupin.ui;

import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Verdict;
import dupin.model.row.EntityRow;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Desk;
import dupin.service.IncidentDetails;
import dupin.service.IncidentQuery;
import dupin.ui.fx.Shots;
import dupin.ui.fx.Theme;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Draws every page, tab, flyout, menu and dialog over the sample cases, one picture each, for whoever wants to look at all of
/// them. Run by hand, under a display or on the headless platform (there at most 1000×1000); it asserts nothing. Menus are
/// windows of their own, so the screen is pictured and not the scene.
///
/// Arguments: `FOLDER DARK|LIGHT|HIGH_CONTRAST WIDTHxHEIGHT`
public final class ViewWalk {
    private static final String HUNT = "process where commandLine contains \"whoami\" | sort time desc | take 200";
    private final FxRobot robot = new FxRobot();
    private final Path folder;
    private final Theme theme;
    private final int width;
    private final int height;
    private CaseSession session;
    private Workbench workbench;
    private CaseView view;
    private Scene scene;
    private Stage stage;
    private int count;

    private ViewWalk(Path folder, Theme theme, int width, int height) {
        this.folder = folder;
        this.theme = theme;
        this.width = width;
        this.height = height;
    }

    public static void main(String[] args) throws Exception {
        String[] size = args[2].split("x", -1);
        var walk =
                new ViewWalk(
                        Path.of(args[0]), Theme.valueOf(args[1]), Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        try {
            walk.open(Files.createTempDirectory("walk"));
            walk.pages();
            walk.policies();
            walk.workspace();
            walk.flyouts();
            walk.menus();
            walk.forms();
            walk.replay();
            walk.empty();
        } catch (Exception broken) {
            System.getLogger("walk").log(System.Logger.Level.ERROR, "The walk ends here", broken);
        }
        System.out.println(walk.count + " pictures in " + walk.folder);
        System.exit(0);
    }

    private void open(Path data) throws Exception {
        session = OpenSample.all(data);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage((Stage shown) -> {
            stage = shown;
            var console = new Console(data.resolve("window"), OpenSample.CLOCK, 1);
            console.settings().set(console.settings().get().withOperator("analyst"));
            workbench = new Workbench(OpenSample.places(data), console);
            scene = new Scene(workbench.root(), width, height);
            workbench.preferences().dress(scene);
            theme.applyTo(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            view = workbench.show(session);
        });
        until();
        fx(() -> theme.applyTo(scene));
    }

    private void pages() throws Exception {
        for (Page page : Page.values()) {
            if (page == Page.HUNTING) {
                fx(() -> view.pages().hunting().hunt(HUNT));
            } else if (page == Page.TIMELINE) {
                fx(() -> view.go().timelineOf(incident().incident().id()));
            } else if (page == Page.ASSETS) {
                fx(() -> view.go().asset(incident().devices().getFirst().device().key()));
            }
            fx(() -> workbench.window().go(page));
            picture("page-" + page);
            if (page == Page.HUNTING) {
                fx(() -> view.pages().hunting().hunt("events | sort time desc"));
                picture("hunt-all");
            }
            if (page == Page.ASSETS || page == Page.HUNTING) {
                tabs(find(page == Page.ASSETS ? ".asset-tabs" : ".hunting-page .tab-pane"), "page-" + page);
            }
        }
    }

    private void policies() throws Exception {
        fx(() -> workbench.window().go(Page.POLICIES));
        tabs(find(".policy-page > .tab-pane"), "policies");
    }

    private void workspace() throws Exception {
        fx(() -> view.go().incident(incident().incident().id()));
        until();
        tabs(find(".investigation-tabs > .tab-pane"), "tab");
        for (Palette.Item item : commands("Graph: Arrange")) {
            fx(item.act());
            picture("graph");
        }
        for (Node node : scene.getRoot().lookupAll(".button, .toggle-button")) {
            if (node instanceof ButtonBase button && "Legend".equals(button.getAccessibleText())) {
                fx(button::fire);
                picture("legend");
                fx(button::fire);
            }
        }
    }

    private void flyouts() throws Exception {
        for (EntityKind kind : EntityKind.values()) {
            incident().entities().stream()
                    .filter(row -> row.entity().kind() == kind)
                    .max(Comparator.comparingInt(EntityRow::findings))
                    .map(EntityRow::entity)
                    .map(Entity::key)
                    .ifPresent(key -> {
                        fx(() -> view.go().entity(key));
                        picture("flyout-" + kind);
                        back();
                    });
        }
        fx(() -> workbench.window().go(Page.ALERTS));
        first(".alerts-page .table-view", "flyout-alert");
        fx(() -> workbench.window().go(Page.ACTIONS));
        first(".action-page .table-view", "flyout-action");
        fx(() -> workbench.window().go(Page.INVESTIGATIONS));
        picture("investigations");
    }

    private void menus() throws Exception {
        for (Page page : Page.values()) {
            fx(() -> workbench.window().go(page));
            WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
            var buttons = new ArrayList<MenuButton>();
            fx(() -> {
                for (Node node : scene.getRoot().lookupAll(".menu-button")) {
                    if (node instanceof MenuButton button && button.isVisible() && seen(button)) {
                        buttons.add(button);
                    }
                }
            });
            for (MenuButton button : buttons) {
                fx(button::show);
                picture("menu-" + page);
                fx(button::hide);
            }
        }
        fx(() -> view.go().incident(incident().incident().id()));
        until();
        for (String table : List.of(".incident-list .table-view", ".investigation-tabs .table-view")) {
            TableView<?> one = find(table);
            if (one != null && one.getContextMenu() != null) {
                fx(() -> {
                    one.getSelectionModel().select(0);
                    one.getContextMenu().show(one, 300, 300);
                });
                picture("menu-rows");
                fx(() -> one.getContextMenu().hide());
            }
        }
    }

    private static boolean seen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getBoundsInParent().getWidth() > 0;
    }

    private void forms() throws Exception {
        fx(() -> view.go().incident(incident().incident().id()));
        until();
        type("?");
        picture("keys");
        back();
        fx(() -> {
            TabPane tabs = find(".investigation-tabs > .tab-pane");
            tabs.getSelectionModel().select(0);
            TableView<?> rows = (TableView<?>) tabs.getTabs().getFirst().getContent().lookup(".table-view");
            rows.getSelectionModel().clearAndSelect(0);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        picture("palette");
        robot.write("power", 5);
        picture("palette-found");
        robot.write("xxyyzz", 5);
        picture("palette-none");
        back();
        forms("Manage the", "Link the", "Tune the", "Comments of");
        fx(() -> {
            TableView<?> list = find(".incident-list .table-view");
            list.getSelectionModel().selectRange(0, 2);
        });
        forms("Merge the");
        MenuButton filter = find(".incident-list .filter-bar .menu-button");
        for (MenuItem item : filter.getItems()) {
            if (item.getText() != null && item.getText().endsWith("…")) {
                fx(item::fire);
                picture("form-filter");
                back();
            }
        }
        fx(() -> workbench.stopAutomation(true));
        picture("form-stop");
        back();
        fx(() -> workbench.window().chooseResponder());
        picture("form-responder");
        back();
        fx(() -> new FirstTour(workbench, workbench.preferences()::get, _ -> {}, new dupin.ui.fx.FxThread()).start());
        picture("tour");
        back();
    }

    private void forms(String... commands) throws Exception {
        for (Palette.Item item : commands(commands)) {
            fx(item.act());
            picture("form");
            back();
        }
    }

    private void replay() throws Exception {
        fx(() -> view.go().incident(incident().incident().id()));
        until();
        for (Palette.Item item : commands("Replay of")) {
            fx(item.act());
            picture("replay");
            robot.type(KeyCode.HOME);
            picture("replay-start");
            robot.type(KeyCode.T).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
            picture("replay-story");
        }
        back();
        back();
    }

    /// Nothing is found, and no case is open.
    private void empty() throws Exception {
        fx(() -> {
            workbench.window().go(Page.INCIDENTS);
            view.pages().incidents().filters().text("nothing is called so");
        });
        picture("empty-list");
        fx(() -> workbench.closeCase());
        picture("empty-case");
        for (Page page : List.of(Page.INCIDENTS, Page.ACTIONS, Page.HUNTING, Page.POLICIES)) {
            fx(() -> workbench.window().go(page));
            picture("empty-" + page);
        }
    }

    /// Those of the palette whose names begin so.
    private List<Palette.Item> commands(String... names) {
        var items = new ArrayList<Palette.Item>();
        fx(() ->
                view.commands().stream()
                        .filter(item -> Stream.of(names).anyMatch(item.label()::startsWith))
                        .forEach(items::add));
        return items;
    }

    private void tabs(TabPane tabs, String name) {
        if (tabs == null) {
            return;
        }
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            Tab tab = tabs.getTabs().get(i);
            if (!tab.isDisabled()) {
                fx(() -> tabs.getSelectionModel().select(tab));
                picture(name + "-" + i);
            }
        }
        fx(() -> tabs.getSelectionModel().select(0));
    }

    private void first(String table, String name) {
        TableView<?> rows = find(table);
        if (rows != null) {
            fx(() -> {
                rows.requestFocus();
                rows.getSelectionModel().clearAndSelect(0);
            });
            robot.type(KeyCode.ENTER);
            picture(name);
            back();
        }
    }

    /// The incident with most in it.
    private IncidentDetails incident() {
        Desk desk = session.desk();
        return desk.incidents(IncidentQuery.ALL).stream()
                .flatMap(incident -> desk.incident(incident.id()).stream())
                .filter(details -> details.incident().verdict() == Verdict.MALICIOUS)
                .max(Comparator.comparingInt(details -> details.entities().size()))
                .orElseThrow();
    }

    private void type(String key) {
        fx(() -> workbench.window().root().requestFocus());
        robot.write(key, 5);
    }

    private void back() {
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        fx(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof ContextMenu menu) {
                    menu.hide();
                }
            }
            workbench.window().root().flyout().close();
        });
    }

    private void picture(String name) {
        WaitForAsyncUtils.sleep(900, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        count++;
        Path file = folder.resolve("%03d-%s.png".formatted(count, name));
        fx(() -> {
            try {
                var screen = new Rectangle2D(stage.getX(), stage.getY(), width, height);
                Shots.write(new Robot().getScreenCapture(null, screen), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T find(String selector) {
        return (T) scene.getRoot().lookup(selector);
    }

    private void until() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, view::settled));
    }

    private static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
