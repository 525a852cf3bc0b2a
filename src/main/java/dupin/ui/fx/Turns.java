package dupin.ui.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Answers that nobody waits for, applied one after the other with a rest between them. While a frame is painted the next
/// one that has something to show waits for it, and the screen's thread with it: with the rest the frame is done by then.
final class Turns {
    /// What a busy machine without a graphics card needs for a frame in which one view has changed.
    private static final long REST = Duration.ofMillis(40).toNanos();

    private final ChangePump pump;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean called;
    private long rested;

    Turns(ChangePump pump) {
        this.pump = pump;
        rested = pump.now();
    }

    /// Any thread; the task runs on the screen's.
    void take(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (called) {
                return;
            }
            called = true;
        }
        call();
    }

    private void call() {
        long rest = rested - pump.now();
        if (rest > 0) {
            pump.delay().after(Duration.ofNanos(rest), () -> pump.screen().execute(this::next));
        } else {
            pump.screen().execute(this::next);
        }
    }

    private void next() {
        Runnable task;
        synchronized (this) {
            task = waiting.remove();
        }
        try {
            task.run();
        } finally {
            boolean more;
            synchronized (this) {
                rested = pump.now() + REST;
                more = !waiting.isEmpty();
                called = more;
            }
            if (more) {
                call();
            }
        }
    }
}
