package dupin.service;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A long work that the status bar shows and the user can cancel. Thread-safe; read by polling or through [Jobs].
///
/// A cancelled job stops at its next check and keeps what is done.
public final class Job implements Progress {
    private final long id;
    private final String title;
    private final Instant started;
    private final Runnable changed;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile Reading reading = new Reading("", 0, 0);
    private volatile @Nullable String failure;

    /// @param total 0 when unknown
    public record Reading(String what, long done, long total) {
        /// 0…1, or -1 when unknown.
        public double fraction() {
            return total <= 0 ? -1 : Math.min(1.0, (double) done / total);
        }
    }

    Job(long id, String title, Instant started, Runnable changed) {
        this.id = id;
        this.title = title;
        this.started = started;
        this.changed = changed;
    }

    @Override
    public void report(String what, long done, long total) {
        reading = new Reading(what, done, total);
        changed.run();
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    public void cancel() {
        cancelled = true;
        changed.run();
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public Reading reading() {
        return reading;
    }

    /// The sentence to show when the job failed; null while it runs and after success.
    public @Nullable String failure() {
        return failure;
    }

    /// Completes when the job has ended, however it ended.
    public CompletableFuture<Void> finished() {
        return finished;
    }

    void end(@Nullable String why) {
        failure = why;
        finished.complete(null);
        changed.run();
    }
}
