package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.HuntRow;
import dupin.service.Timeline;
import dupin.ui.assets.AssetLinks;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.hunting.HuntLinks;
import dupin.ui.timeline.TimelineLinks;
import java.time.Duration;
import java.util.function.Supplier;

/// Ways from an entity or a row, wherever it is shown, to all other views of it. FX thread.
final class CaseWays implements AssetLinks, HuntLinks, TimelineLinks {
    private final CasePages pages;
    private final CaseNavigation navigation;
    private final CaseSession session;
    private final Supplier<String> operator;
    private final Frame frame;

    CaseWays(CasePages pages, CaseSession session, Supplier<String> operator, Frame frame) {
        this.pages = pages;
        navigation = pages.navigation();
        this.session = session;
        this.operator = operator;
        this.frame = frame;
    }

    @Override
    public void explain(EntityKey key) {
        navigation.entity(key);
    }

    @Override
    public void page(EntityKey key) {
        frame.flyout().close();
        navigation.asset(key);
    }

    @Override
    public void hunt(EntityKey key) {
        frame.flyout().close();
        navigation.hunt(key);
    }

    @Override
    public void incidents(EntityKey key) {
        frame.flyout().close();
        navigation.onIncidents(() -> pages.incidents().filters().only(key));
    }

    @Override
    public void timeline(EntityKey key) {
        navigation.timeline(new Timeline.Subject.OfEntity(key));
    }

    @Override
    public void investigate(EntityKey key, String label) {
        frame.run(
                () -> session.investigations().startOn(key, operator.get()),
                Messages.text("window.initiatedOn", label));
    }

    @Override
    public void incident(String id) {
        if (!id.isEmpty()) {
            navigation.incident(id);
        }
    }

    @Override
    public void action(RemediationAction action) {
        incident(action.incidentId());
    }

    @Override
    public void timelineHere(EntityKey key) {
        navigation.timelineHere(key);
    }

    @Override
    public void row(HuntRow row) {
        pages.hunting().open(row);
    }

    @Override
    public void shiftClock(EntityKey device, Duration shift, String reason, Runnable done) {
        frame.pump()
                .once(
                        () -> {
                            session.hostClocks().shift(device, shift, reason, operator.get());
                            return shift.isZero()
                                    ? Messages.text("window.clockBack", device.value())
                                    : Messages.text("window.clockMoved", device.value());
                        },
                        said -> {
                            frame.toasts().say(said);
                            done.run();
                        });
    }
}
