package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.UiTest;
import dupin.ui.policy.PolicyView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The *Detection rules* tab with the real service behind it.
class RulesTabTest extends UiTest {
    @TempDir private Path home;

    private CaseSession session;
    private PolicyView page;
    private final ScriptedDialogs dialogs = new ScriptedDialogs();

    @Override
    protected Parent view() {
        var console = new Console(home, Clock.systemUTC(), 2);
        session = console.open(home.resolve("case"), Progress.NONE);
        var overlay = new Overlay(new javafx.scene.layout.BorderPane());
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
        var hands = new CaseResponders(session, console, () -> "m.lopez");
        page =
                new PolicyView(
                        new SessionPolicyDeeds(session, () -> "m.lopez", PackFolders.NONE),
                        new PolicyView.Hands(hands, () -> {}, _ -> {}),
                        _ -> {},
                        frame);
        return page;
    }

    @AfterEach
    void stop() {
        onFx(page::close);
        session.close();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    }

    private TableView<?> packs() {
        return (TableView<?>) page.lookup("#rule-packs");
    }

    private void press(String id) {
        onFx(() -> ((Button) page.lookup(id)).fire());
    }

    @Test
    void aFolderBecomesAPackAndIsRun() throws Exception {
        until(() -> page.model() != null);
        onFx(() -> {
            var tabs = (TabPane) page.getCenter();
            tabs.getTabs().stream()
                    .filter(tab -> tab.getText().equals("Detection rules"))
                    .findFirst()
                    .ifPresent(tab -> tabs.getSelectionModel().select(tab));
        });
        until(() -> packs() != null && packs().getItems().size() == 1);
        Path folder = Files.createDirectories(home.resolve("my rules"));
        Files.writeString(
                folder.resolve("a.yml"),
                "title: A\nid: a\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 1}, condition: s}");
        Files.writeString(folder.resolve("b.yml"), "title: B\ndetection: {s: {EventID: 1}, condition: s}");
        dialogs.files(folder);
        press("#rules-add");
        until(() -> packs().getItems().size() == 2);
        onFx(() -> packs().getSelectionModel().select(0));
        shot("policy-rules");
        assertThat(robot().lookup("The rule has no logsource").tryQuery()).isPresent();
        until(() -> !page.lookup("#rules-run").isDisabled());
        press("#rules-run");
        until(() -> session.detection().lastRun().isPresent());
        until(() -> !page.lookup("#rules-run").isDisabled());
        assertThat(session.detection().lastRun().orElseThrow().rules()).isGreaterThan(20);
    }
}
