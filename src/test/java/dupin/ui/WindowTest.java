package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.ui.fx.Theme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Base of tests that work on a case through the whole window.
abstract class WindowTest {
    @TempDir Path data;

    protected CaseSession session;
    protected Workbench workbench;
    protected CaseView view;
    protected Scene scene;
    protected final FxRobot robot = new FxRobot();

    /// Width of the window when it opens, in pixels.
    protected int width() {
        return 1440;
    }

    /// The case that the window shows.
    protected abstract CaseSession openCase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        session = openCase();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage((Stage stage) -> {
            workbench =
                    new Workbench(OpenSample.places(data), new Console(data.resolve("window"), OpenSample.CLOCK, 1));
            scene = new Scene(workbench.root(), width(), 900);
            Theme.DARK.applyTo(scene);
            stage.setScene(scene);
            // One stage serves all tests, and some change its size.
            stage.setWidth(width());
            stage.setHeight(900);
            stage.show();
            view = workbench.show(session);
        });
        WaitForAsyncUtils.waitForFxEvents();
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

    protected void key(KeyCode code) {
        robot.press(KeyCode.SHORTCUT).type(code).release(KeyCode.SHORTCUT);
    }

    protected static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    protected static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    /// Lays everything out: what a text has just grown or a page has just brought stands where a click will look for it.
    protected void laidOut() {
        fx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    protected <T> T find(String selector) {
        return (T) scene.getRoot().lookup(selector);
    }
}
