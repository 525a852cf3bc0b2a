package dupin.service;

import java.util.concurrent.CancellationException;

/// Told how far a long work has come; may ask it to stop. Called on the working thread.
public interface Progress {

    /// @param total 0 when unknown
    void report(String what, long done, long total);

    default boolean cancelled() {
        return false;
    }

    /// @throws CancellationException when the work was asked to stop; what is done stays
    default void check() {
        if (cancelled()) {
            throw new CancellationException("Cancelled");
        }
    }

    Progress NONE = (what, done, total) -> {};
}
