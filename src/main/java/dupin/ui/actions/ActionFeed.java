package dupin.ui.actions;

import dupin.service.ChangeFeed;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Live;
import dupin.model.RemediationAction;
import java.util.List;

/// Keeps a model as fresh as the case. Close it with the view.
final class ActionFeed implements AutoCloseable {
    private final Live<List<RemediationAction>> live;
    private final ChangeFeed.Subscription subscription;

    ActionFeed(CaseContext context, ActionCenterModel model) {
        live = context.frame().pump().live(context.desk()::actions, model::refresh);
        subscription =
                context.changes()
                        .subscribe(change -> {
                            if (!change.actions().isEmpty()) {
                                live.invalidate();
                            }
                        });
        live.invalidate();
    }

    @Override
    public void close() {
        subscription.close();
        live.dispose();
    }
}
