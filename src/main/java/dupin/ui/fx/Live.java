package dupin.ui.fx;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// A query and what is done with its answers. At most one run at a time and one per period; an answer to a question that
/// was replaced in the meantime is dropped. All methods may be called from any thread.
public final class Live<T> {
    private final ChangePump pump;
    private final Object lock = new Object();

    private Supplier<T> query;
    private Consumer<T> apply;
    private long question;
    private long ticket;
    private boolean dirty;
    private boolean waiting;
    private boolean running;
    private boolean started;
    private boolean answered;
    private boolean disposed;
    private boolean asleep;
    private long lastStart;

    Live(ChangePump pump, Supplier<T> query, Consumer<T> apply) {
        this.pump = pump;
        this.query = query;
        this.apply = apply;
    }

    /// What the answer rests on has changed.
    public void invalidate() {
        synchronized (lock) {
            dirty = true;
            schedule();
        }
    }

    /// Asks another question from now on, at once: answers to the one before are dropped.
    public void replace(Supplier<T> next) {
        synchronized (lock) {
            query = next;
            question++;
            dirty = true;
            waiting = false;
            running = false;
            started = false;
            answered = false;
            schedule();
        }
    }

    /// Asks another question from now on whose answers go elsewhere, at once.
    public void replace(Supplier<T> next, Consumer<T> then) {
        synchronized (lock) {
            apply = then;
        }
        replace(next);
    }

    /// From now on asks only while the node is on a page that is shown, and once when it appears if something changed in the
    /// meantime: what nobody sees costs neither queries nor painting. FX thread.
    public void whileShown(Node node) {
        Sight.of(node).subscribe(this::wake);
    }

    private void wake(boolean shown) {
        synchronized (lock) {
            asleep = !shown;
            schedule();
        }
    }

    /// No answer is applied after this call when made on the FX thread.
    public void dispose() {
        synchronized (lock) {
            disposed = true;
            question++;
        }
    }

    private void schedule() {
        if (disposed || asleep || waiting || running || !dirty) {
            return;
        }
        waiting = true;
        long mine = ++ticket;
        long wait = started ? Math.max(0, pump.beatAfter(lastStart) - pump.now()) : 0;
        pump.delay().after(Duration.ofNanos(wait), () -> start(mine));
    }

    private void start(long mine) {
        Supplier<T> asked;
        Consumer<T> told;
        long asking;
        synchronized (lock) {
            if (disposed || !waiting || mine != ticket) {
                return;
            }
            waiting = false;
            dirty = false;
            running = true;
            started = true;
            lastStart = pump.now();
            asked = query;
            told = apply;
            asking = question;
        }
        try {
            pump.background().execute(() -> run(asking, asked, told));
        } catch (RejectedExecutionException closed) {
            finish(asking, () -> pump.onError().accept(closed));
        }
    }

    private void run(long asking, Supplier<T> asked, Consumer<T> told) {
        Runnable then;
        try {
            T answer = asked.get();
            then = () -> told.accept(answer);
        } catch (RuntimeException | Error failure) {
            then = () -> pump.onError().accept(failure);
        }
        var last = then;
        pump.apply(awaited(asking), () -> finish(asking, last));
    }

    /// Whether it is the first answer to its question: the view shows nothing, or something else, until it comes.
    private boolean awaited(long asking) {
        synchronized (lock) {
            return asking == question && !answered;
        }
    }

    private void finish(long asking, Runnable then) {
        synchronized (lock) {
            if (disposed || asking != question) {
                return;
            }
            answered = true;
        }
        try {
            then.run();
        } catch (RuntimeException failure) {
            pump.onError().accept(failure);
        } finally {
            synchronized (lock) {
                if (asking == question) {
                    running = false;
                    schedule();
                }
            }
        }
    }
}
