package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.InvestigationGraph;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.row.EntityRow;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.IncidentDetails;
import dupin.ui.actions.ActionCenterModel.Side;
import dupin.ui.actions.ActionCenterPane;
import dupin.ui.fx.Theme;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The story that this program is for, through the window: open the sample, look at an incident, click a mark of its graph,
/// approve an action, see the entity remediated, take it back.
class WindowStoryTest {
    @TempDir Path data;

    private CaseSession session;
    private Workbench workbench;
    private CaseView view;
    private Scene scene;
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        session = OpenSample.in(data, 0);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage((Stage stage) -> {
            workbench =
                    new Workbench(OpenSample.places(data), new Console(data.resolve("window"), OpenSample.CLOCK, 1));
            scene = new Scene(workbench.root(), 1440, 900);
            Theme.DARK.applyTo(scene);
            stage.setScene(scene);
            stage.show();
            view = workbench.show(session);
        });
        until(view::settled);
    }

    @AfterEach
    void close() throws TimeoutException {
        fx(() -> {
            view.close();
            return true;
        });
        session.close();
        FxToolkit.cleanupStages();
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void anActionIsApprovedItsEntityIsRemediatedAndTheUndoTakesItBack() throws Exception {
        InvestigationTabs tabs = find(".investigation-tabs");
        GraphCanvas graph = find(".graph-canvas");
        IncidentDetails details = fx(() -> tabs.model().details());
        RemediationAction action =
                details.actions().stream()
                        .filter(a -> a.state() == ActionState.PENDING && !a.undoPlan().isEmpty())
                        .filter(a -> onlyActionOn(details, a.target().key()))
                        .filter(a -> node(details, a.target().key()) != null)
                        .findFirst()
                        .orElseThrow();
        EntityKey target = action.target().key();

        String mark = node(details, target).id();
        robot.clickOn(fx(() -> graph.onScreen(mark)).orElseThrow());
        assertThat(graph.getSelected()).isEqualTo(mark);
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().root().flyout().isOpen());
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().flyout().isOpen());
        assertThat(selectedRow(tabs)).isEqualTo(target);

        act(Side.PENDING, action.id(), KeyCode.A);
        until(() -> remediation(tabs, target) == RemediationStatus.REMEDIATED);
        fx(() -> {
            tabs.openTab(TabKind.ENTITIES);
            return tabs.select(target);
        });
        assertThat(session.desk().actions())
                .filteredOn(a -> a.id().equals(action.id()))
                .singleElement()
                .matches(a -> a.state() == ActionState.COMPLETED && a.verified());

        act(Side.HISTORY, action.id(), KeyCode.U);
        until(() ->
                session.desk().actions().stream()
                        .anyMatch(a -> a.id().equals(action.id()) && a.state() == ActionState.UNDONE));
        until(() -> remediation(tabs, target) != RemediationStatus.REMEDIATED);
    }

    @Test
    void pagesKeepWhatTheyShowAndEveryPageCanBeReachedByKey() throws Exception {
        for (Page page : Page.values()) {
            robot.press(KeyCode.SHORTCUT)
                    .type(KeyCode.getKeyCode(Integer.toString(page.digit())))
                    .release(KeyCode.SHORTCUT);
            until(() -> workbench.window().current() == page);
        }
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT2).release(KeyCode.SHORTCUT);
        InvestigationTabs tabs = find(".investigation-tabs");
        assertThat(fx(() -> tabs.model().details())).isNotNull();
    }

    @Test
    void thePaletteSaysThatNothingIsCalledThat() throws Exception {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        robot.write("zzqq", 1);
        ListView<Palette.Item> list = find("#palette-list");
        until(() -> {
            String said = fx(() -> list.getPlaceholder().getAccessibleText());
            return said.startsWith("Nothing is called that") && fx(() -> list.getItems().isEmpty());
        });
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void thePaletteFindsADeviceAndOpensItsPage() throws Exception {
        IncidentDetails details = fx(() -> ((InvestigationTabs) find(".investigation-tabs")).model().details());
        String device = details.devices().getFirst().device().label();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        robot.write(device, 1);
        ListView<Palette.Item> list = find("#palette-list");
        var wanted = new AtomicReference<Palette.Item>();
        until(() -> {
            list.getItems().stream()
                    .filter(item -> item.hint().equals("Device") && item.label().contains(device))
                    .findFirst()
                    .ifPresent(wanted::set);
            return wanted.get() != null;
        });
        fx(() -> {
            list.getSelectionModel().select(wanted.get());
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().current() == Page.ASSETS);
    }

    @Test
    void theGraphIsMovedWhileEveryReaderIsBusy() throws Exception {
        GraphCanvas graph = find(".graph-canvas");
        var answered = new CountDownLatch(1);
        var busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            session.readers()
                    .execute(() -> {
                        busy.countDown();
                        try {
                            answered.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
        busy.await();
        try {
            IncidentDetails details = fx(() -> ((InvestigationTabs) find(".investigation-tabs")).model().details());
            String mark = details.graph().nodes().getFirst().id();
            Optional<Point2D> before = fx(() -> graph.onScreen(mark));
            fx(() -> {
                graph.zoomIn();
                return true;
            });
            until(() -> graph.atRest() && !graph.onScreen(mark).equals(before));
        } finally {
            answered.countDown();
        }
    }

    @Test
    void automationIsStoppedOnlyAfterAQuestionAndTheSwitchSaysSo() throws Exception {
        robot.clickOn("#stop-automation");
        assertThat(session.policies().policy().automationStopped()).isFalse();
        robot.clickOn(".dialog-box .danger-outline");
        until(() -> session.policies().policy().automationStopped());
        until(() -> robot.lookup("#stop-automation").queryButton().getStyleClass().contains("stopped"));
    }

    @Test
    void aPolicyIsSavedAfterItsChangesWereShown() throws Exception {
        robot.clickOn("#page-policies");
        until(() -> robot.lookup("#policy-save").tryQuery().isPresent());
        assertThat(robot.lookup("#policy-save").queryButton().isDisabled()).isTrue();
        robot.clickOn("Limits and switches").clickOn("Blind review");
        robot.clickOn("#policy-save");
        until(() -> robot.lookup("#policy-comment").tryQuery().isPresent());
        assertThat(session.policies().policy().blindReview()).isFalse();
        robot.clickOn("#policy-comment").write("looking without witnesses", 1);
        robot.clickOn(".dialog-box .accent");
        until(() -> session.policies().policy().blindReview());
        until(() -> robot.lookup("#policy-save").queryButton().isDisabled());
    }

    /// Selects the action in the pane, presses the key and confirms if asked.
    private void act(Side side, String id, KeyCode key) throws TimeoutException {
        ActionCenterPane pane = find(".action-pane");
        ListView<RemediationAction> list = find(".action-pane .action-list");
        fx(() -> {
            pane.model().sideProperty().set(side);
            return true;
        });
        until(() -> list.getItems().stream().anyMatch(a -> a.id().equals(id)));
        fx(() -> {
            int at = list.getItems().stream().map(RemediationAction::id).toList().indexOf(id);
            list.getSelectionModel().clearAndSelect(at);
            list.requestFocus();
            return true;
        });
        robot.type(key);
        if (fx(() -> workbench.window().root().dialogShown())) {
            robot.clickOn(".dialog-box .danger-outline");
        }
    }

    private static boolean onlyActionOn(IncidentDetails details, EntityKey key) {
        return details.actions().stream().filter(a -> a.target().key().equals(key)).count() == 1;
    }

    private static InvestigationGraph.Node node(IncidentDetails details, EntityKey key) {
        return details.graph().nodes().stream().filter(n -> key.equals(n.entity())).findFirst().orElse(null);
    }

    private static EntityKey selectedRow(InvestigationTabs tabs) {
        return fx(() ->
                tabs.lookupAll(".table-view").stream()
                        .map(TableView.class::cast)
                        .map(table -> table.getSelectionModel().getSelectedItem())
                        .filter(EntityRow.class::isInstance)
                        .map(row -> ((EntityRow) row).entity().key())
                        .findFirst()
                        .orElse(null));
    }

    private static RemediationStatus remediation(InvestigationTabs tabs, EntityKey key) {
        IncidentDetails now = tabs.model().details();
        return now.entities().stream()
                .filter(row -> row.entity().key().equals(key))
                .map(EntityRow::remediation)
                .findFirst()
                .orElse(RemediationStatus.NONE);
    }

    @SuppressWarnings("unchecked")
    private <T> T find(String selector) {
        return (T) scene.getRoot().lookup(selector);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }
}
