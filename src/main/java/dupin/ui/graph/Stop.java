package dupin.ui.graph;

import java.util.concurrent.CancellationException;

/// Tells a layout that nobody waits for it any more. Any thread.
@FunctionalInterface
public interface Stop {
    Stop NEVER = () -> false;

    boolean wanted();

    /// @throws CancellationException when stopping is wanted
    default void check() {
        if (wanted()) {
            throw new CancellationException("The layout is not wanted any more");
        }
    }
}
