package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Base of all tests that show a view: a window of 980 × 760, themed, without a display. Pictures go to `target/shots`.
public abstract class UiTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    protected Scene scene;
    private final List<String> faultsOfStyle = new CopyOnWriteArrayList<>();
    private final Handler ear =
            new Handler() {
                @Override
                public void publish(LogRecord fault) {
                    faultsOfStyle.add(fault.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    /// The view under test, made on the FX thread.
    protected abstract Parent view();

    protected Theme theme() {
        return Theme.DARK;
    }

    @BeforeEach
    void open() throws TimeoutException {
        CSS.addHandler(ear);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            scene = new Scene(view(), width(), height());
            theme().applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        WaitForAsyncUtils.clearExceptions();
        CSS.removeHandler(ear);
        assertThat(faultsOfStyle).as("style sheets").isEmpty();
    }

    protected double width() {
        return 980;
    }

    protected double height() {
        return 760;
    }

    /// Saves what the scene shows now.
    protected Path shot(String name) {
        Path file = Path.of("target", "shots", name + ".png");
        fx(() -> {
            Shots.save(scene, file);
            return file;
        });
        return file;
    }

    /// Runs on the FX thread, waits and gives the result; waits for what it set off as well.
    protected static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    protected static void onFx(Runnable work) {
        fx(() -> {
            work.run();
            return true;
        });
    }

    protected static FxRobot robot() {
        return new FxRobot();
    }

    /// For pictures outside of a test window.
    protected static void save(Scene scene, Path file) {
        try {
            Shots.save(scene, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
