package dupin.ui.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where workers and views meet: a signal from any thread becomes, at most once a period, a query on a background
/// executor whose answer is applied on the FX thread. Makes no thread of its own.
public final class ChangePump {
    public static final Duration PERIOD = Duration.ofMillis(250);

    /// Runs a task after a wait.
    @FunctionalInterface
    public interface Delay {
        void after(Duration wait, Runnable task);
    }

    private final Executor background;
    private final Executor screen;
    private final Delay delay;
    private final LongSupplier nanos;
    private final Duration period;
    private final Consumer<Throwable> onError;
    private final Turns turns;
    private final ChangePump painters;

    /// @param screen the FX thread, or `Runnable::run` in tests
    /// @param nanos a clock that never goes back, as `System::nanoTime`
    /// @param onError told on the FX thread of every query or apply that failed; the next signal tries again
    public ChangePump(
            Executor background,
            Executor screen,
            Delay delay,
            LongSupplier nanos,
            Duration period,
            Consumer<Throwable> onError) {
        this(background, screen, delay, nanos, period, onError, null);
    }

    private ChangePump(
            Executor background,
            Executor screen,
            Delay delay,
            LongSupplier nanos,
            Duration period,
            Consumer<Throwable> onError,
            @Nullable ChangePump painters) {
        this.background = background;
        this.screen = screen;
        this.delay = delay;
        this.nanos = nanos;
        this.period = period;
        this.onError = onError;
        turns = new Turns(this);
        this.painters = painters == null ? this : painters;
    }

    /// The pump of the running program.
    public static ChangePump onScreen(Executor background, Executor painters, Consumer<Throwable> onError) {
        var fx = new FxThread();
        var drawing = new ChangePump(painters, fx, fx::after, System::nanoTime, PERIOD, onError);
        return new ChangePump(background, fx, fx::after, System::nanoTime, PERIOD, onError, drawing);
    }

    /// The pump of a window that reads and paints on the same threads.
    public static ChangePump onScreen(Executor background, Consumer<Throwable> onError) {
        return onScreen(background, background, onError);
    }

    /// The same for what lays out and paints, where it does not queue behind queries.
    public ChangePump painters() {
        return painters;
    }

    /// A view's answer that stays fresh: `query` runs in the background, `apply` on the FX thread. Nothing runs before
    /// the first [Live#invalidate].
    public <T> Live<T> live(Supplier<T> query, Consumer<T> apply) {
        return new Live<>(this, query, apply);
    }

    /// One piece of work in the background whose answer is applied on the FX thread, without throttling.
    public <T> void once(Supplier<T> work, Consumer<T> apply) {
        live(work, apply).invalidate();
    }

    Executor background() {
        return background;
    }

    Executor screen() {
        return screen;
    }

    /// Applies an answer on the FX thread: at once where somebody waits for it, else when its turn comes.
    void apply(boolean awaited, Runnable answer) {
        if (awaited || period.isZero()) {
            screen.execute(answer);
        } else {
            turns.take(answer);
        }
    }

    Delay delay() {
        return delay;
    }

    long now() {
        return nanos.getAsLong();
    }

    /// When a query that was last asked then may be asked again: all views keep one beat, so that their answers come together
    /// and the window is painted once for many of them.
    long beatAfter(long asked) {
        long beat = period.toNanos();
        return beat == 0 ? asked : (Math.floorDiv(asked, beat) + 1) * beat;
    }

    Consumer<Throwable> onError() {
        return onError;
    }
}
