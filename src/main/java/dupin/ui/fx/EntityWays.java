package dupin.ui.fx;

import dupin.model.EntityKey;

/// Where an entity leads, from wherever its name stands. FX thread; returns at once.
public interface EntityWays {

    /// Why it has its verdict, in the flyout.
    void explain(EntityKey key);

    /// The page of a device or user.
    void page(EntityKey key);

    /// All rows that it takes part in.
    void hunt(EntityKey key);

    /// The incidents that have it, and no others.
    void incidents(EntityKey key);

    /// All that happened to it, by time.
    void timeline(EntityKey key);

    /// Starts an investigation of it.
    void investigate(EntityKey key, String label);
}
