package dupin.ui.hunting;

import dupin.model.EntityKey;

/// Where the hunting page leads. FX thread.
public interface HuntLinks {

    void entity(EntityKey key);

    void incident(String id);

    /// Starts an investigation of an entity.
    void investigate(EntityKey key, String label);
}
