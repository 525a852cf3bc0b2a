package dupin.ui.hunting;

import dupin.ui.fx.EntityWays;

/// Where the hunting page leads. FX thread.
public interface HuntLinks extends EntityWays {

    void incident(String id);
}
