package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.IncidentDetails;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import dupin.ui.actions.ActionCenterPane;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.UiTest;
import dupin.ui.investigation.InvestigationHeader;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The views on a shipped sample, investigated by the real service.
@Tag("slow")
class SampleViewTest extends UiTest {
    @TempDir private Path home;

    private CaseSession session;
    private InvestigationTabs tabs;
    private InvestigationHeader header;
    private ActionCenterPane pane;
    private final ScriptedDialogs dialogs = new ScriptedDialogs();

    @Override
    protected Parent view() {
        session = new Console(home, Clock.systemUTC(), 2).open(home.resolve("case"), Progress.NONE);
        var root = new BorderPane();
        var overlay = new Overlay(root);
        var frame =
                new Frame(
                        ChangePump.onScreen(
                                session.readers(),
                                e -> {
                                    throw new AssertionError(e);
                                }),
                        dialogs,
                        overlay.toasts(),
                        overlay.flyout(),
                        session.clock());
        var context =
                new CaseContext(
                        session.desk(),
                        new SessionDeeds(session, () -> "m.lopez"),
                        session.changes(),
                        session.weights(),
                        frame);
        header = new InvestigationHeader(context);
        tabs = new InvestigationTabs(context);
        pane = new ActionCenterPane(context);
        pane.setPrefWidth(320);
        var middle = new BorderPane(tabs);
        middle.setTop(header);
        root.setCenter(middle);
        root.setRight(pane);
        return overlay;
    }

    @AfterEach
    void stop() {
        onFx(() -> {
            tabs.close();
            pane.close();
        });
        session.close();
    }

    private IncidentDetails imported(String sample) throws InterruptedException {
        var plan = session.imports().plan(List.of(Path.of("assets/samples", sample)), Progress.NONE);
        session.imports().commit(plan, "m.lopez", Progress.NONE);
        session.awaitIdle();
        return details();
    }

    private IncidentDetails details() {
        var first =
                session.desk().incidents(IncidentQuery.ALL).stream()
                        .max(java.util.Comparator.comparing(i -> i.alertIds().size()))
                        .orElseThrow();
        return session.desk().incident(first.id()).orElseThrow();
    }

    private void show(IncidentDetails details) {
        onFx(() -> {
            header.show(details);
            tabs.show(details);
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    }

    @Test
    void approvingOnTheSampleTurnsItsRowToRemediated() throws Exception {
        IncidentDetails details = imported("phishing-to-lateral-movement");
        show(details);
        until(() -> pane.model().pendingProperty().get() > 0);
        for (TabKind kind : tabs.model().tabs()) {
            onFx(() -> tabs.openTab(kind));
            shot("sample-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        RemediationAction action =
                details.actions().stream()
                        .filter(a -> a.state() == ActionState.PENDING && a.type().undoLabel().isPresent())
                        .findFirst()
                        .orElseThrow();
        onFx(() -> tabs.explain(action.target().key()));
        until(() -> robot().lookup(".score-bar").tryQuery().isPresent());
        shot("sample-flyout");
        onFx(() -> {
            tabs.openTab(TabKind.PENDING_ACTIONS);
            assertThat(tabs.selectAction(action.id())).isTrue();
        });
        dialogs.yes();
        onFx(() -> tabs.lookup(".button.accent").fireEvent(new javafx.event.ActionEvent()));
        until(() ->
                session.desk().actions().stream()
                        .anyMatch(a -> a.id().equals(action.id()) && a.state() == ActionState.COMPLETED));
        show(details());
        onFx(() -> assertThat(tabs.select(action.target().key())).isTrue());
        assertThat(robot().lookup("Remediated").tryQuery()).isPresent();
        shot("sample-remediated");
    }
}
