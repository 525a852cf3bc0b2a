package dupin.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.ui.StagedCase;
import dupin.ui.StagedEntities;
import dupin.ui.StagedIncident;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.Sight;
import dupin.ui.fx.Theme;
import dupin.ui.fx.UiTest;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Header, tabs and flyouts on a staged case.
class InvestigationViewTest extends UiTest {
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final StagedCase staged = new StagedCase();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<EntityKey> told = new ArrayList<>();
    private final List<String> went = new ArrayList<>();
    private final EntityWays ways =
            (EntityWays)
                    Proxy.newProxyInstance(
                            EntityWays.class.getClassLoader(),
                            new Class<?>[] {EntityWays.class},
                            (_, method, arguments) -> went.add(method.getName() + " " + arguments[0]) ? null : null);
    private Overlay overlay;
    private InvestigationTabs tabs;
    private InvestigationHeader header;

    @Override
    protected Parent view() {
        var root = new BorderPane();
        overlay = new Overlay(root);
        var frame =
                new Frame(
                        ChangePump.onScreen(
                                workers,
                                e -> {
                                    throw new AssertionError(e);
                                }),
                        dialogs,
                        overlay.toasts(),
                        overlay.flyout(),
                        InstantSource.fixed(StagedEntities.NOW));
        var context = staged.context(frame);
        tabs = new InvestigationTabs(context);
        tabs.onEntity(told::add);
        header = new InvestigationHeader(context);
        root.setTop(header);
        root.setCenter(tabs);
        show();
        return overlay;
    }

    @AfterEach
    void stop() {
        tabs.close();
        workers.shutdownNow();
    }

    private void show() {
        var details = StagedIncident.details(staged.actions());
        header.show(details);
        tabs.show(details);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> fx(condition));
    }

    @Test
    void picturesOfAllTabs() {
        for (TabKind kind : TabKind.values()) {
            onFx(() -> tabs.openTab(kind));
            assertThat(shot("tab-" + kind.name().toLowerCase(java.util.Locale.ROOT))).isNotEmptyFile();
        }
        onFx(() -> {
            tabs.select(StagedEntities.RUNKEY.key());
            Theme.LIGHT.applyTo(scene);
        });
        assertThat(shot("tab-entities-light")).isNotEmptyFile();
    }

    @Test
    void theRowsOfEveryTabHaveTheMenuOfTheEntitiesThatTheyName() {
        onFx(() -> tabs.onWays(ways));
        for (TabKind kind : TabKind.values()) {
            if (kind == TabKind.ENTITIES || kind == TabKind.SUMMARY) {
                continue;
            }
            onFx(() -> tabs.openTab(kind));
            assertThat(offersWays()).as(kind.name()).isTrue();
        }
        onFx(() -> tabs.select(StagedEntities.RUNKEY.key()));
        assertThat(offersWays()).as("a view of the entities").isTrue();
        MenuItem time = ways().filter(i -> "Show its timeline".equals(i.getText())).findFirst().orElseThrow();
        onFx(time::fire);
        assertThat(went).containsExactly("timeline " + StagedEntities.RUNKEY.key());
    }

    /// Whether some row of the table leads from an entity.
    private boolean offersWays() {
        TableView<?> table = table();
        for (int row = 0; row < table.getItems().size(); row++) {
            int at = row;
            onFx(() -> table.getSelectionModel().clearAndSelect(at));
            if (ways().anyMatch(i -> "Hunt for all rows".equals(i.getText()))) {
                return true;
            }
        }
        return false;
    }

    private Stream<MenuItem> ways() {
        return menu().stream().flatMap(i -> i instanceof Menu sub ? sub.getItems().stream() : Stream.of(i));
    }

    private TableView<?> table() {
        return fx(() ->
                tabs.lookupAll(".table-view").stream()
                        .filter(node -> node.isVisible() && Sight.of(node).getValue())
                        .map(TableView.class::cast)
                        .findFirst()
                        .orElseThrow());
    }

    private List<MenuItem> menu() {
        ContextMenu menu = table().getContextMenu();
        onFx(() -> menu.getOnShowing().handle(null));
        return List.copyOf(menu.getItems());
    }

    @Test
    void anInvestigationOpensInTheFlyoutAndTheHeadAndTheSummaryLeadsToTheRows() {
        var opened = new ArrayList<String>();
        onFx(() -> {
            tabs.onRun(opened::add);
            tabs.openTab(TabKind.INVESTIGATIONS);
            table().getSelectionModel().clearAndSelect(0);
            table().requestFocus();
        });
        robot().type(KeyCode.ENTER);
        assertThat(opened).containsExactly(StagedIncident.investigation(true).id());
        assertThat(robot().lookup("Investigation status timeline").tryQuery()).isPresent();
        shot("flyout-investigation");
        onFx(() -> {
            overlay.flyout().close();
            tabs.openTab(TabKind.SUMMARY);
            Theme.LIGHT.applyTo(scene);
        });
        shot("tab-summary-light");
        robot().clickOn(robot().lookup(".summary .sheet-link").queryAll().iterator().next());
        TabPane pane = robot().lookup(".investigation-tabs > .tab-pane").query();
        assertThat(pane.getSelectionModel().getSelectedItem().getId()).isEqualTo("tab-alerts");
    }

    @Test
    void picturesOfFlyouts() throws Exception {
        onFx(() -> tabs.explain(StagedEntities.RUN.key()));
        until(() -> robot().lookup(".score-bar").tryQuery().isPresent());
        shot("flyout-entity");
        robot().clickOn("2 rows");
        robot().clickOn("Show row");
        until(() -> robot().lookup(".raw").tryQuery().isPresent());
        shot("flyout-entity-raw");
        onFx(() -> {
            tabs.selection().actionOpened(staged.action("a-07"));
            Theme.LIGHT.applyTo(scene);
        });
        shot("flyout-action");
        onFx(() -> tabs.explain(StagedEntities.ANNA.key()));
        until(() -> robot().lookup(".score-bar").tryQuery().isPresent());
        onFx(() -> ((ScrollPane) overlay.flyout().getCenter()).setVvalue(1));
        shot("flyout-entity-light");
        onFx(() -> {
            tabs.openTab(TabKind.ALERTS);
            tabs.selectAlert("da637-2");
            tabs.selection().alertOpened(tabs.model().details().alerts().get(1));
            Theme.LIGHT.applyTo(scene);
        });
        assertThat(shot("flyout-alert")).isNotEmptyFile();
    }

    @Test
    void countsAreOnTheTabsAndThePendingTabGoesWhenNothingWaits() {
        assertThat(count("tab-alerts")).isEqualTo(4);
        assertThat(count("tab-pending-actions")).isEqualTo(7);
        onFx(() -> tabs.openTab(TabKind.PENDING_ACTIONS));
        staged.reject(staged.actions().stream().map(a -> a.id()).toList(), "");
        onFx(this::show);
        assertThat(count("tab-action-history")).isEqualTo(14);
        assertThat(tabs.model().tabs()).doesNotContain(TabKind.PENDING_ACTIONS);
    }

    /// The count on a tab; under little room an icon stands for the word beside it.
    private int count(String id) {
        TabPane pane = robot().lookup(".tab-pane").query();
        return pane.getTabs().stream()
                .filter(tab -> tab.getId().equals(id))
                .mapToInt(tab -> Integer.parseInt(tab.getText().replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void approvingTurnsTheEvidenceToRemediated() throws Exception {
        onFx(() -> tabs.openTab(TabKind.PENDING_ACTIONS));
        onFx(() -> tabs.selectAction(staged.action("a-03").id()));
        robot().clickOn("#verb-approve");
        until(() -> staged.heard.contains("approve [a-03]"));
        onFx(this::show);
        onFx(() -> tabs.select(StagedEntities.LOADER.key()));
        assertThat(robot().lookup("Remediated").tryQuery()).isPresent();
        shot("tab-evidence-remediated");
    }

    @Test
    void aRowTellsTheGraphAndTheGraphsChoiceTellsNobody() {
        onFx(() -> tabs.select(StagedEntities.FIN.key()));
        assertThat(told).isEmpty();
        assertThat(robot().lookup("HR-LT-207").tryQuery()).as("the devices are in front").isPresent();
        robot().clickOn("HR-LT-207");
        assertThat(told).containsExactly(StagedEntities.HR.key());
    }

    @Test
    void theFlyoutFollowsTheRowsAndEscapeClosesIt() throws Exception {
        onFx(() -> tabs.openTab(TabKind.DEVICES));
        robot().doubleClickOn("FIN-WS-014");
        until(() -> overlay.flyout().isOpen() && robot().lookup(".score-bar").tryQuery().isPresent());
        robot().push(KeyCode.DOWN);
        until(() -> robot().lookup(".flyout .heading").queryLabeled().getText().equals("HR-LT-207"));
        robot().clickOn("#initiate");
        until(() -> staged.heard.contains("investigate device:hr-lt-207"));
        robot().push(KeyCode.ESCAPE);
        assertThat(overlay.flyout().isOpen()).isFalse();
    }

    @Test
    void aKeyApprovesWhatWaitsOnTheSelectedEntity() throws Exception {
        onFx(() -> tabs.openTab(TabKind.EVIDENCE));
        robot().clickOn("cdn-billing.example (23 emails)");
        robot().push(KeyCode.A);
        until(() -> staged.heard.equals(List.of("approve [a-04]")));
        onFx(() -> tabs.openTab(TabKind.LOG));
        robot().push(KeyCode.R);
        assertThat(dialogs.asked).as("another tab, nothing selected").isEmpty();
    }

    @Test
    void cancellingAsksFirst() throws Exception {
        robot().clickOn("#cancel-investigation");
        assertThat(staged.heard).isEmpty();
        dialogs.yes();
        robot().clickOn("#cancel-investigation");
        until(() -> staged.heard.equals(List.of("cancel INV-4471-1")));
    }
}
