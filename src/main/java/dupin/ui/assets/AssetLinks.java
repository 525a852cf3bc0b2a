package dupin.ui.assets;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.ui.fx.EntityWays;

/// Where the page of an asset leads. FX thread; returns at once.
public interface AssetLinks extends EntityWays {

    void incident(String id);

    void action(RemediationAction action);

    /// Shows the asset's time in the pane that the window has put into the page.
    void timelineHere(EntityKey key);
}
