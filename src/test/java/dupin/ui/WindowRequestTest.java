package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.ui.fx.Choosers;
import dupin.ui.fx.Dialogs;
import dupin.ui.shell.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What a person asks for through an entity's flyout waits in the action center, and can be taken away as a runbook.
class WindowRequestTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private List<RemediationAction> asked() {
        return session.desk().actions().stream().filter(a -> !a.requestedBy().isEmpty()).toList();
    }

    @Test
    void anActionIsAskedForWithAReasonAndWrittenAsARunbook() throws Exception {
        EntityKey device =
                session.desk().verdicts().stream()
                        .map(row -> row.entity().key())
                        .filter(key -> key.kind() == EntityKind.DEVICE)
                        .findFirst()
                        .orElseThrow();
        fx(() -> {
            view.go().entity(device);
            return true;
        });
        until(() -> find("#take-action") instanceof MenuButton menu && menu.getScene() != null);
        fx(() -> {
            MenuButton menu = find("#take-action");
            MenuItem scan =
                    menu.getItems().stream()
                            .filter(it -> "act-RUN_ANTIVIRUS_SCAN".equals(it.getId()))
                            .findFirst()
                            .orElseThrow();
            ((Menu) scan).getItems().getLast().fire();
            return true;
        });
        until(() -> robot.lookup(".dialog-box .text-area").tryQuery().isPresent());
        robot.clickOn(".dialog-box .text-area").write("to be sure", 1);
        robot.clickOn(".dialog-box .accent");
        until(() -> asked().size() == 1);
        RemediationAction action = asked().getFirst();
        assertThat(action.type()).isEqualTo(ActionType.RUN_ANTIVIRUS_SCAN);
        assertThat(action.parameter("scanType")).isEqualTo("Full");
        assertThat(action.state()).isEqualTo(ActionState.PENDING);
        assertThat(action.reason()).isEqualTo("to be sure");

        Path folder = data.resolve("runbook");
        fx(() -> {
            workbench.window().root().choosers(new Chosen(folder));
            return true;
        });
        key(KeyCode.DIGIT5);
        until(() -> workbench.window().current() == Page.ACTIONS);
        fx(() -> {
            ((Button) find("#runbook")).fire();
            return true;
        });
        until(() -> Files.exists(folder.resolve("runbook.pub")));
        assertThat(Files.readString(folder.resolve("runbook.md"))).contains("Run antivirus scan");
        assertThat(folder.resolve("runbook.sha256.sig")).isNotEmptyFile();
    }

    private record Chosen(Path folder) implements Choosers {
        @Override
        public void openFiles(Window owner, String title, List<Dialogs.FileKind> kinds, Consumer<List<Path>> chosen) {}

        @Override
        public void openFolder(Window owner, String title, Consumer<Path> chosen) {
            chosen.accept(folder);
        }

        @Override
        public void saveFile(
                Window owner,
                String title,
                String suggestedName,
                List<Dialogs.FileKind> kinds,
                Consumer<Path> chosen) {}
    }
}
