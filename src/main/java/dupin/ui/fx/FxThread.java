package dupin.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The FX thread as an executor: the one place of `Platform.runLater`. Tests pass `Runnable::run` in its stead.
public final class FxThread implements Executor {

    /// Runs the task on the FX thread, later, in the order of the calls; from any thread.
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    /// Runs the task on the FX thread after a wait; from any thread.
    public void after(Duration wait, Runnable task) {
        if (wait.isZero() || wait.isNegative()) {
            execute(task);
            return;
        }
        // An animation would have the whole window looked through sixty times a second while anything waits.
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, this).execute(task);
    }

    /// @throws IllegalStateException when called from any other thread
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("Only the FX thread may do this, not " + Thread.currentThread().getName());
        }
    }
}
