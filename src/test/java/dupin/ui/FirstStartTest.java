package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Console;
import dupin.service.Places;
import dupin.service.Sample;
import dupin.ui.fx.Theme;
import dupin.ui.shell.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What happens when the program is started for the first time, and when the user goes from one case to the next.
class FirstStartTest {
    @TempDir Path data;

    private Places places;
    private Workbench workbench;
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        places = OpenSample.places(data);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage((Stage stage) -> {
            workbench = new Workbench(places, new Console(data, OpenSample.CLOCK, 2));
            var scene = new Scene(workbench.root(), 1440, 900);
            Theme.DARK.applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        var closed = new CompletableFuture<Boolean>();
        fx(() -> {
            workbench.leave(() -> closed.complete(true));
            return true;
        });
        closed.get(60, TimeUnit.SECONDS);
        FxToolkit.cleanupStages();
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void theSampleComesInBehindTheWindowAndAnotherCaseTakesItsPlace() throws Exception {
        assertThat(robot.lookup("No case is open").queryAll()).isNotEmpty();
        fx(() -> {
            workbench.openSomething();
            return true;
        });
        var samples = Sample.all(places.samples());
        until(() -> workbench.settled());
        Path first = places.cases().resolve(samples.getFirst().name() + ".dupin");
        assertThat(Files.isRegularFile(first.resolve("journal.ndjson"))).isTrue();
        assertThat(workbench.recent()).containsExactly(first);
        until(() -> robot.lookup(".tour-box").tryQuery().isPresent());
        robot.type(KeyCode.ENTER).type(KeyCode.RIGHT).type(KeyCode.ESCAPE);
        until(() -> robot.lookup(".tour-box").tryQuery().isEmpty() && workbench.preferences().get().tourSeen());

        Sample other = samples.get(1);
        fx(() -> {
            workbench.openSample(other.id());
            return true;
        });
        until(() -> workbench.settled() && robot.lookup("#case-menu").queryLabeled().getText().equals(other.name()));
        assertThat(workbench.recent()).hasSize(2);

        fx(() -> {
            workbench.open(first);
            return true;
        });
        until(() ->
                workbench.settled()
                        && robot.lookup("#case-menu").queryLabeled().getText().equals(samples.getFirst().name()));
    }

    @Test
    void withoutACaseEveryPageSaysSo() {
        for (Page page : EnumSet.complementOf(EnumSet.of(Page.SETTINGS))) {
            fx(() -> {
                workbench.window().go(page);
                return true;
            });
            assertThat(robot.lookup("No case is open").queryAllAs(Node.class))
                    .as(page.name())
                    .anyMatch(FirstStartTest::seen);
        }
    }

    private static boolean seen(@Nullable Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    @Test
    void aFolderThatIsNoCaseIsRefusedWithASentence() throws Exception {
        Path file = Files.writeString(data.resolve("case.dupin"), "no folder");
        fx(() -> {
            workbench.open(file);
            return true;
        });
        until(() -> workbench.window().root().dialogShown());
        assertThat(robot.lookup("The case was not opened").queryAll()).isNotEmpty();
        robot.clickOn(".dialog-box .accent");
        assertThat(robot.lookup("No case is open").queryAll()).isNotEmpty();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
    }

    private static void fx(Callable<Boolean> work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
