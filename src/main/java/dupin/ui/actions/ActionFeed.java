package dupin.ui.actions;

import dupin.service.ChangeFeed;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Live;
import dupin.model.RemediationAction;
import java.util.List;
import javafx.scene.Node;

/// Keeps a model as fresh as the case. Close it with the view.
final class ActionFeed implements AutoCloseable {
    private final Live<List<RemediationAction>> live;
    private final ChangeFeed.Subscription subscription;

    /// @param view shows the model; nothing is read while nobody sees it
    ActionFeed(CaseContext context, ActionCenterModel model, Node view) {
        live = context.frame().pump().live(context.desk()::actions, model::refresh);
        live.whileShown(view);
        subscription =
                context.changes()
                        .subscribe(change -> {
                            if (!change.actions().isEmpty()) {
                                live.invalidate();
                            }
                        });
        live.invalidate();
    }

    /// Reads again, as when the actions had changed.
    void refresh() {
        live.invalidate();
    }

    @Override
    public void close() {
        subscription.close();
        live.dispose();
    }
}
