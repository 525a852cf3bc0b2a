package dupin.service;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells subscribers of committed changes, on the committing thread and in journal order. A subscriber must return at
/// once (mark itself dirty); one that throws is logged and the others still hear.
public final class ChangeFeed {
    private static final System.Logger LOG = System.getLogger(ChangeFeed.class.getName());

    private final List<Consumer<Change>> subscribers = new CopyOnWriteArrayList<>();

    /// @return closes the subscription
    public Subscription subscribe(Consumer<Change> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    void publish(Change change) {
        for (Consumer<Change> subscriber : subscribers) {
            try {
                subscriber.accept(change);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed on a change", e);
            }
        }
    }

    /// Ends a subscription; closing twice is harmless.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
