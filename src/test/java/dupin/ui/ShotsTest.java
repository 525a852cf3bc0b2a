package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.Verdict;
import dupin.model.row.EntityRow;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.ui.fx.Shots;
import dupin.ui.fx.Theme;
import dupin.ui.shell.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Draws every page over the sample cases, in both looks and both sizes. `mvn -Pslow test -Dtest=ShotsTest` draws them
/// into target/shots; with `-Dshots=assets/screenshots` it renews those of the README.
@Tag("slow")
class ShotsTest {
    private static final long LARGEST = 400_000;
    private static final Set<String> README =
            Set.of(
                    "home",
                    "alerts",
                    "workspace",
                    "investigations",
                    "actions",
                    "policies",
                    "settings",
                    "flyout",
                    "hunting",
                    "timeline",
                    "assets");

    private static final String HUNT =
            "process where commandLine contains \"-enc\" or commandLine contains \"whoami\" | sort time desc | take 200";

    @TempDir static Path data;

    private static CaseSession session;

    private Workbench workbench;
    private CaseView view;
    private Scene scene;

    @BeforeAll
    static void investigate() throws Exception {
        session = OpenSample.all(data);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @AfterEach
    void hide() throws TimeoutException {
        fx(view::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void large() throws Exception {
        draw(1440, 900, "");
    }

    @Test
    void small() throws Exception {
        draw(980, 760, "-small");
    }

    private void draw(int width, int height, String suffix) throws Exception {
        open(width, height);
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            fx(() -> theme.applyTo(scene));
            String end = "-" + theme.name().toLowerCase(Locale.ROOT) + suffix;
            page(Page.HOME, "home" + end);
            page(Page.ALERTS, "alerts" + end);
            page(Page.INVESTIGATIONS, "investigations" + end);
            page(Page.ACTIONS, "actions" + end);
            fx(() -> view.pages().hunting().hunt(HUNT));
            rows(Page.HUNTING, ".hunting-page");
            page(Page.HUNTING, "hunting" + end);
            fx(() -> view.go().timelineOf(view.incident()));
            rows(Page.TIMELINE, ".timeline-page");
            page(Page.TIMELINE, "timeline" + end);
            page(Page.ASSETS, "assets" + end);
            page(Page.SETTINGS, "settings" + end);
            page(Page.POLICIES, "policies" + end);
            TabPane tabs = (TabPane) scene.getRoot().lookup(".policy-page > .tab-pane");
            for (int i = 1; i < tabs.getTabs().size(); i++) {
                int tab = i;
                fx(() -> tabs.getSelectionModel().select(tab));
                save("policies-" + i + end);
            }
            fx(() -> tabs.getSelectionModel().select(0));
            page(Page.INCIDENTS, "workspace" + end);
            fx(() -> view.go().entity(worst()));
            save("flyout" + end);
            fx(() -> workbench.window().root().flyout().close());
        }
    }

    private EntityKey worst() {
        Desk desk = session.desk();
        return desk.incidents(IncidentQuery.ALL).stream()
                .flatMap(incident -> desk.incident(incident.id()).stream())
                .flatMap(details -> details.entities().stream())
                .filter(row -> row.verdict() == Verdict.MALICIOUS)
                .max(Comparator.comparingInt(EntityRow::findings))
                .orElseThrow()
                .entity()
                .key();
    }

    private void open(int width, int height) throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage((Stage stage) -> {
            workbench = new Workbench(OpenSample.places(Path.of("/home/analyst/.dupin")), console());
            scene = new Scene(workbench.root(), width, height);
            workbench.preferences().dress(scene);
            stage.setScene(scene);
            stage.show();
            view = workbench.show(session);
        });
        until(view::settled);
    }

    private static Console console() {
        var console = new Console(data.resolve("window"), OpenSample.CLOCK, 1);
        console.settings().set(console.settings().get().withOperator("analyst"));
        return console;
    }

    private void page(Page page, String name) throws IOException {
        fx(() -> workbench.window().go(page));
        save(name);
    }

    /// Waits until the page's table has been read.
    private void rows(Page page, String style) throws TimeoutException {
        fx(() -> workbench.window().go(page));
        until(() -> scene.getRoot().lookup(style + " .table-row-cell:filled") != null);
    }

    private void save(String name) throws IOException {
        WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        String renewed = System.getProperty("shots", "");
        boolean shown = README.contains(name.replaceFirst("-(dark|light)$", ""));
        Path file = Path.of(renewed.isEmpty() || !shown ? "target/shots" : renewed, name + ".png");
        WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> {
                    Shots.save(scene, file);
                    return file;
                });
        assertThat(Files.size(file)).isBetween(10_000L, LARGEST);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    }

    private static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
