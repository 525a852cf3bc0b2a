package dupin.service;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The long works under way: starts them on background threads, lists them, never loses an exception.
public final class Jobs {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    private final Executor executor;
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final List<Job> running = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Jobs(Executor executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /// @param listener told from any thread when a job starts, reports or ends
    public ChangeFeed.Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public List<Job> running() {
        return List.copyOf(running);
    }

    /// Starts the work on a background thread; a [Problem] or bug becomes the job's failure sentence.
    public Job start(String title, Consumer<Job> work) {
        var job = new Job(ids.incrementAndGet(), title, clock.instant(), this::tell);
        running.add(job);
        tell();
        executor.execute(() -> run(job, work));
        return job;
    }

    private void run(Job job, Consumer<Job> work) {
        String failure = null;
        try {
            work.accept(job);
        } catch (CancellationException _) {
            LOG.log(Level.INFO, "Cancelled: {0}", job.title());
        } catch (Problem e) {
            failure = e.sentence();
            LOG.log(Level.WARNING, failure, e.getCause());
        } catch (RuntimeException | Error e) {
            failure =
                    job.title()
                            + " failed unexpectedly: "
                            + e
                            + ". What was done before is kept. Details are in the log file.";
            LOG.log(Level.ERROR, job.title() + " failed", e);
        } finally {
            running.remove(job);
            job.end(failure);
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
