package dupin.service;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The only threads of a case: investigators, hands (responder calls), readers (queries of views), painters, one clock. Named,
/// bounded, daemon; no exception is swallowed.
final class Workers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workers.class.getName());

    private static final long PATIENCE_SECONDS = 30;

    /// Behind the screen's thread, where the system minds priorities: an analyst's click comes before an investigation.
    private static final int BEHIND = Thread.MIN_PRIORITY;

    private final ExecutorService investigators;
    private final ExecutorService hands;
    private final ExecutorService readers;
    private final ExecutorService painters;
    private final ExecutorService jobs;
    private final ScheduledExecutorService ticks;
    private final int width;

    Workers(int width) {
        this.width = width;
        investigators = pool("investigator", width);
        hands = pool("hand", 2);
        readers = pool("reader", 2);
        painters = pool("painter", 2);
        jobs = pool("job", 4);
        ticks =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().daemon().name("dupin-clock").unstarted(task));
    }

    private static ExecutorService pool(String name, int width) {
        var count = new AtomicInteger();
        return Executors.newFixedThreadPool(
                width,
                task ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("dupin-" + name + "-" + count.incrementAndGet())
                                .priority(BEHIND)
                                .unstarted(task));
    }

    int width() {
        return width;
    }

    Executor investigators() {
        return guarded(investigators);
    }

    Executor hands() {
        return guarded(hands);
    }

    Executor readers() {
        return guarded(readers);
    }

    Executor painters() {
        return guarded(painters);
    }

    Executor jobs() {
        return guarded(jobs);
    }

    void every(long seconds, Runnable task) {
        var _ = ticks.scheduleWithFixedDelay(logged(task), seconds, seconds, TimeUnit.SECONDS);
    }

    private static Executor guarded(ExecutorService pool) {
        return task -> {
            try {
                pool.execute(logged(task));
            } catch (RejectedExecutionException _) {
                LOG.log(Level.DEBUG, "A task came after the case was closed");
            }
        };
    }

    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "A background task failed", e);
            }
        };
    }

    /// Lets running tasks end. None is interrupted: an interrupt in the middle of a write would close the journal under it.
    @Override
    public void close() {
        ticks.shutdownNow();
        for (ExecutorService pool : new ExecutorService[] {jobs, investigators, hands, readers, painters}) {
            pool.shutdown();
        }
        for (ExecutorService pool : new ExecutorService[] {jobs, investigators, hands, readers, painters}) {
            try {
                if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.log(Level.WARNING, "A background task did not end in time; what it writes now is lost");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
